import type { Random } from '../city/random.js';

/** What a question may be made of. */
export interface Known {
  readonly random: Random;
  /** Some of the city's projects. */
  readonly projects: readonly [string, ...string[]];
  /** The last event's ordinal. */
  readonly seq: number;
  /** The `next` of the page before, when the question before had one. */
  readonly next?: string;
}

/** A question to the API: its line is `query.<name>`. */
export interface Question {
  readonly name: string;
  readonly path: (known: Known) => string;
}

const YEAR = 'from=2022-01-01&to=2022-12-28';
const unit = (random: Random): string => `unit-${String(1 + random.below(24)).padStart(2, '0')}`;
/** A seq somewhere in the past, never the last. */
const past = ({ random, seq }: Known): number =>
  Math.max(1, Math.floor(seq * (0.2 + 0.7 * (random.below(1000) / 1000))));
const after = (next: string | undefined): string => (next === undefined ? '' : `&cursor=${next}`);
const month = (random: Random): string => {
  const number = String(1 + random.below(12)).padStart(2, '0');
  return `from=2022-${number}-01&to=2022-${number}-28`;
};

/** What people ask all day, today and as it was known, with other values each time. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'projects-page',
    path: ({ next }) => `/v1/projects?limit=50${after(next)}`,
  },
  {
    name: 'projects-page-past',
    path: (known) => `/v1/projects?limit=50&asOf=${past(known)}`,
  },
  {
    name: 'projects-of-unit-page-past',
    path: (known) => `/v1/projects?limit=50&unit=${unit(known.random)}&stage=start&asOf=${past(known)}`,
  },
  {
    name: 'projects-of-unit-page',
    path: ({ random, next }) => `/v1/projects?limit=50&unit=${unit(random)}&stage=start${after(next)}`,
  },
  {
    name: 'projects-of-pipeline-page',
    path: ({ next }) => `/v1/projects?limit=50&standing=going&stage=contract${after(next)}`,
  },
  {
    name: 'projects-by-name',
    path: ({ random }) => `/v1/projects?limit=50&q=${encodeURIComponent(`${10 + random.below(90)}万件`)}`,
  },
  { name: 'project', path: ({ random, projects }) => `/v1/projects/${random.pick(projects)}` },
  {
    name: 'responsibilities-page-past',
    path: (known) => `/v1/responsibilities?limit=50&asOf=${past(known)}`,
  },
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
  {
    name: 'overdue-page',
    path: ({ random, next }) => `/v1/overdue?limit=50&on=2022-12-${10 + random.below(18)}${after(next)}`,
  },
  {
    name: 'overdue-page-past',
    path: (known) => `/v1/overdue?limit=50&on=2022-${10 + known.random.below(3)}-15&asOf=${past(known)}`,
  },
  { name: 'leads-page', path: ({ next }) => `/v1/leads?limit=50${after(next)}` },
  {
    name: 'leads-of-unit-page',
    path: ({ random, next }) => `/v1/leads?limit=50&unit=${unit(random)}&status=qualified${after(next)}`,
  },
  { name: 'leads-page-past', path: (known) => `/v1/leads?limit=50&asOf=${past(known)}` },
  { name: 'reserve-page', path: ({ next }) => `/v1/reserve?limit=50&on=2022-12-28${after(next)}` },
  {
    name: 'reserve-idle-page',
    path: ({ random }) => `/v1/reserve?limit=50&on=2022-12-28&stage=reserve&unit=${unit(random)}&idleDays=30`,
  },
  { name: 'reserve-page-past', path: (known) => `/v1/reserve?limit=50&on=2022-12-28&asOf=${past(known)}` },
  { name: 'batches-page', path: ({ next }) => `/v1/batches?limit=20&on=2022-12-28${after(next)}` },
  { name: 'batches-page-past', path: (known) => `/v1/batches?limit=20&on=2022-12-28&asOf=${past(known)}` },
];
