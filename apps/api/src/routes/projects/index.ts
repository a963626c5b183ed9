import { ProjectContractController } from './project-contract.controller.js';
import { ProjectCorrectionsController } from './project-corrections.controller.js';
import { ProjectMilestonesController } from './project-milestones.controller.js';
import { ProjectPreparationController } from './project-preparation.controller.js';
import { ProjectReportsController } from './project-reports.controller.js';
import { ProjectResponsibilityController } from './project-responsibility.controller.js';
import { ProjectTruthController } from './project-truth.controller.js';

/** The routes that change a project, one controller a topic. */
export const projectControllers = [
  ProjectContractController,
  ProjectCorrectionsController,
  ProjectMilestonesController,
  ProjectPreparationController,
  ProjectReportsController,
  ProjectResponsibilityController,
  ProjectTruthController,
];
