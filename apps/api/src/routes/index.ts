import { AssessmentsController } from './assessments.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { EventsController } from './events.controller.js';
import { HealthController } from './health.controller.js';
import { LeadsController } from './leads.controller.js';
import { LeagueTablesController } from './league-tables.controller.js';
import { PostingsController } from './postings.controller.js';
import { projectControllers } from './projects/index.js';
import { ProjectsController } from './projects.controller.js';
import { TargetsController } from './targets.controller.js';
import { UnitsController } from './units.controller.js';
import { VisitsController } from './visits.controller.js';

export const controllers = [
  HealthController,
  UnitsController,
  LeadsController,
  ProjectsController,
  ...projectControllers,
  VisitsController,
  CalendarsController,
  LeagueTablesController,
  PostingsController,
  AssessmentsController,
  TargetsController,
  EventsController,
];
