import { GetChangesHandler } from './queries/changes/get-changes.js';
import { GetLeagueTableHandler } from './queries/league-table/get-league-table.js';
import { GetPlannedProjectsHandler } from './queries/planned-starts/get-planned-projects.js';
import { GetPlannedStartsHandler } from './queries/planned-starts/get-planned-starts.js';
import { GetRateMembersHandler } from './queries/rate-members/get-rate-members.js';

export { type Figure } from './figures.js';
export { METRICS, type Measure, type Metric, metricOf } from './metrics.js';
export { type TableOf } from './queries/league-table/contenders.query.js';
export { type Period } from './queries/league-table/earlier-period.js';
export * from './queries/league-table/league-table.query.js';
export { type EntriesBehind, type EntryBehind, entriesBehind } from './queries/totals/entries-behind.query.js';
export { type Listed, type ListedBy, listing } from './queries/listing/listing.query.js';
export { type TotalsOf, type TotalsQuestion } from './queries/totals/question.js';
export { type Total, type Totals, totals } from './queries/totals/totals.query.js';
export * from './queries/league-table/get-league-table.js';

export * from './queries/changes/changes.query.js';
export * from './queries/changes/get-changes.js';
export * from './queries/planned-starts/get-planned-projects.js';
export * from './queries/planned-starts/get-planned-starts.js';
export * from './queries/rate-members/get-rate-members.js';

export const leagueTableQueryHandlers = [
  GetLeagueTableHandler,
  GetChangesHandler,
  GetPlannedStartsHandler,
  GetPlannedProjectsHandler,
  GetRateMembersHandler,
];
