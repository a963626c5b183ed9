import { AdmissionController } from './admission.controller.js';
import { ApprovalCommandsController } from './approval-commands.controller.js';
import { ApprovalsController } from './approvals.controller.js';
import { AssessmentsController } from './assessments.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { DuplicatesController } from './duplicates.controller.js';
import { BatchesController } from './batches.controller.js';
import { CampaignsController } from './campaigns.controller.js';
import { EventsController } from './events.controller.js';
import { GroupsController } from './groups.controller.js';
import { HealthController } from './health.controller.js';
import { InvestorsController } from './investors.controller.js';
import { LeadReferralsController } from './lead-referrals.controller.js';
import { LeadRulesController } from './lead-rules.controller.js';
import { LeadsController } from './leads.controller.js';
import { LeagueTablesController } from './league-tables.controller.js';
import { OverdueController } from './overdue.controller.js';
import { PlansController } from './plans.controller.js';
import { PipelineController } from './pipeline.controller.js';
import { PostingsController } from './postings.controller.js';
import { projectControllers } from './projects/index.js';
import { ProjectsController } from './projects.controller.js';
import { ReserveController } from './reserve.controller.js';
import { ResponsibilitiesController } from './responsibilities.controller.js';
import { StewardshipsController } from './stewardships.controller.js';
import { TargetsController } from './targets.controller.js';
import { UnitsController } from './units.controller.js';
import { VisitsController } from './visits.controller.js';
import { VocabularyController } from './vocabulary.controller.js';

export const controllers = [
  HealthController,
  UnitsController,
  GroupsController,
  ReserveController,
  BatchesController,
  LeadsController,
  LeadReferralsController,
  InvestorsController,
  LeadRulesController,
  AdmissionController,
  DuplicatesController,
  ProjectsController,
  ...projectControllers,
  ResponsibilitiesController,
  StewardshipsController,
  VisitsController,
  ApprovalsController,
  ApprovalCommandsController,
  PlansController,
  OverdueController,
  CalendarsController,
  LeagueTablesController,
  PostingsController,
  PipelineController,
  AssessmentsController,
  TargetsController,
  CampaignsController,
  EventsController,
  VocabularyController,
];
