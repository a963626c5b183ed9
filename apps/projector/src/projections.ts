import { admissionRegisterProjection } from '#libs/admission';
import { approvalsProjection } from '#libs/approvals';
import { inputRegisterProjection, schemeRegisterProjection } from '#libs/assessment';
import { auditTrailProjection } from '#libs/audit';
import { batchRegisterProjection } from '#libs/batches';
import { campaignRegisterProjection } from '#libs/campaigns';
import { CommandRunner } from '#libs/command-handling';
import { duplicateIndexProjection } from '#libs/duplicates';
import { type EventStore } from '#libs/event-store';
import { leadRegisterProjection, openConvertedLeads } from '#libs/leads';
import { milestonesProjection } from '#libs/plans';
import { postingsProjection } from '#libs/postings';
import { type Projection } from '#libs/projections';
import { projectSummaryProjection } from '#libs/projects';
import { openConvertedReserves, reserveListProjection } from '#libs/reserve';
import { stewardRegisterProjection } from '#libs/stewardships';
import { targetRegisterProjection } from '#libs/targets';
import { unitDirectoryProjection } from '#libs/units';
import { visitRegisterProjection } from '#libs/visits';

/** The read models: what answers draw on. */
export const READ_MODELS: readonly Projection[] = [
  unitDirectoryProjection,
  postingsProjection,
  projectSummaryProjection,
  auditTrailProjection,
  approvalsProjection,
  milestonesProjection,
  schemeRegisterProjection,
  inputRegisterProjection,
  targetRegisterProjection,
  campaignRegisterProjection,
  leadRegisterProjection,
  admissionRegisterProjection,
  reserveListProjection,
  duplicateIndexProjection,
  batchRegisterProjection,
  visitRegisterProjection,
  stewardRegisterProjection,
];

/** Everything that follows the log: the read models, and the reactions that issue commands to `store`. */
export const projectionsOn = (store: EventStore): readonly Projection[] => [
  ...READ_MODELS,
  openConvertedLeads(new CommandRunner(store)),
  openConvertedReserves(new CommandRunner(store)),
];
