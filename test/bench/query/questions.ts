import { LISTS } from './lists.js';
import { YEAR, after, month, past, unit } from './parts.js';
import type { Question } from './question.js';

/** What people ask all day, today and as it was known, with other values each time. */
export const QUESTIONS: readonly Question[] = [
  ...LISTS,
  { name: 'project', path: ({ random, projects }) => `/v1/projects/${random.pick(projects)}` },
  {
    name: 'postings-page',
    path: ({ random }) => `/v1/postings?metric=started-projects&unit=${unit(random)}&${YEAR}&limit=100`,
  },
  {
    name: 'postings-page-past',
    path: (known) =>
      `/v1/postings?metric=started-projects&unit=${unit(known.random)}&${YEAR}&limit=100&asOf=${past(known)}`,
  },
  { name: 'league-table-month', path: ({ random }) => `/v1/league-tables/signed-projects?${month(random)}` },
  {
    name: 'league-table-year',
    path: ({ random }) => `/v1/league-tables/signed-projects?${YEAR}&minInvestment=${10_000 + random.below(50_000)}`,
  },
  { name: 'league-table-past', path: (known) => `/v1/league-tables/signed-projects?${YEAR}&asOf=${past(known)}` },
  {
    name: 'start-rate',
    path: ({ random }) => `/v1/league-tables/start-rate?${YEAR}&minFixedAssets=${10_000 + random.below(50_000)}`,
  },
  {
    name: 'planned-start-rate',
    path: ({ random }) => `/v1/league-tables/planned-start-rate?from=2022-01-01&to=2022-${10 + random.below(3)}-28`,
  },
  { name: 'start-rate-past', path: (known) => `/v1/league-tables/start-rate?${YEAR}&asOf=${past(known)}` },
  {
    name: 'rate-projects',
    path: (known) =>
      `/v1/league-tables/start-rate/projects?${YEAR}&unit=${unit(known.random)}&limit=50${after(known.next)}`,
  },
  {
    name: 'rate-projects-past',
    path: (known) =>
      `/v1/league-tables/start-rate/projects?${YEAR}&unit=${unit(known.random)}&limit=50&asOf=${past(known)}`,
  },
  { name: 'pipeline', path: ({ random }) => `/v1/pipeline${random.chance(0.5) ? '' : `?unit=${unit(random)}`}` },
  { name: 'pipeline-past', path: (known) => `/v1/pipeline?asOf=${past(known)}` },
  { name: 'funnel', path: ({ random }) => `/v1/funnel?cohort=projects&${random.chance(0.5) ? YEAR : month(random)}` },
  { name: 'funnel-past', path: (known) => `/v1/funnel?cohort=projects&${YEAR}&asOf=${past(known)}` },
  {
    name: 'funnel-of-leads',
    path: ({ random }) => `/v1/funnel?cohort=leads&${random.chance(0.5) ? YEAR : month(random)}`,
  },
  {
    name: 'planned-starts',
    path: ({ random }) => `/v1/planned-starts?year=2022&on=2022-${10 + random.below(3)}-28`,
  },
];
