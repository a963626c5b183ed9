import { ProjectContractController } from './project-contract.controller.js';
import { ProjectFigureCorrectionsController } from './project-figure-corrections.controller.js';
import { ProjectMilestoneCorrectionsController } from './project-milestone-corrections.controller.js';
import { ProjectMilestonesController } from './project-milestones.controller.js';
import { ProjectPreparationController } from './project-preparation.controller.js';
import { ProjectReportsController } from './project-reports.controller.js';
import { ProjectResponsibilityController } from './project-responsibility.controller.js';
import { ProjectTruthController } from './project-truth.controller.js';

/** The routes that change a project, one controller a topic. */
export const projectControllers = [
  ProjectContractController,
  ProjectFigureCorrectionsController,
  ProjectMilestoneCorrectionsController,
  ProjectMilestonesController,
  ProjectPreparationController,
  ProjectReportsController,
  ProjectResponsibilityController,
  ProjectTruthController,
];
