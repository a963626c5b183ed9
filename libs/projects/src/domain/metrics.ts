/** What the postings ledger counts of projects, and credit can be divided by. */
export const PROJECT_METRICS = [
  'signed-projects',
  'signed-investment',
  'signed-fixed-assets',
  'registered-projects',
  'land-secured-projects',
  'landed-projects',
  'started-projects',
  'completed-projects',
  'producing-projects',
  'output-reached-projects',
  'investment-completed',
  'capital-arrived',
  'foreign-capital-arrived',
  'output',
  'tax',
  'jobs',
  'terms-due',
  'terms-met',
  'capital-due',
  'capital-met',
] as const;
export type ProjectMetric = (typeof PROJECT_METRICS)[number];
