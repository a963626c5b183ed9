import { GetLeagueTableHandler } from './queries/league-table/get-league-table.js';

export { METRICS, type Measure, type Metric, metricOf } from './metrics.js';
export * from './queries/league-table/league-table.query.js';
export { scores } from './queries/league-table/scores.js';
export * from './queries/league-table/get-league-table.js';

export const leagueTableQueryHandlers = [GetLeagueTableHandler];
