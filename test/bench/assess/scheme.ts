import type { Measured, MetricSource, Scheme } from '#libs/assessment';

/** Counts and amounts of projects, and a rate of theirs. */
const METRICS = [
  'signed-projects',
  'signed-investment',
  'signed-fixed-assets',
  'registered-projects',
  'landed-projects',
  'started-projects',
  'completed-projects',
  'producing-projects',
  'capital-arrived',
  'start-rate',
] as const;

export const RATE = { metric: 'start-rate', cohort: 'signed-projects', reached: 'started-projects' } as const;

type Band = Pick<MetricSource, 'minInvestment' | 'maxInvestment' | 'minFixedAssets'>;

/** 万元 of the whole project: all sizes, and bands of them. */
const BANDS: readonly Band[] = [
  {},
  { minInvestment: '10000' },
  { minInvestment: '50000' },
  { minInvestment: '100000' },
  { minInvestment: '10000', maxInvestment: '50000' },
  { minFixedAssets: '50000' },
];

/** What one indicator asks of the ledger. */
export interface AskedMetric extends Band {
  readonly code: string;
  readonly metric: (typeof METRICS)[number];
}

/** Ten metrics in six bands each: sixty indicators. */
export const ASKED: readonly AskedMetric[] = METRICS.flatMap((metric) =>
  BANDS.map((band, index) => ({ code: `${metric}-${index}`, metric, ...band })),
);

const SHAPES: readonly Pick<Measured, 'shape' | 'target'>[] = [
  { shape: { kind: 'efficacy', base: '0.6', better: 'higher', whenEqual: 'full' } },
  { shape: { kind: 'ratio-to-first', whenZero: 'zero' } },
  { shape: { kind: 'rank-points', better: 'higher', bands: [{ to: 10, score: '2' }], beyond: '1' } },
  { shape: { kind: 'proportional' }, target: { each: '900', zeroTarget: 'zero' } },
];

export const PERIOD = { from: '2022-01-01', to: '2022-12-31' } as const;

const indicatorOf = ({ code, metric, ...band }: AskedMetric, index: number): Measured => ({
  code,
  name: code,
  role: 'scored',
  points: '2',
  cap: '2',
  floor: '0',
  source: {
    kind: 'metric',
    metric,
    ...band,
    ...(metric === RATE.metric && { zeroDenominator: 'zero' }),
  },
  ...(SHAPES[index % SHAPES.length] as Pick<Measured, 'shape' | 'target'>),
});

export const SCHEME: Scheme = {
  code: 'bench',
  name: '基准方案',
  version: 1,
  period: PERIOD,
  subjects: { kind: 'all' },
  points: '120',
  rounding: { stage: 'indicator', places: 2, mode: 'half-up' },
  notApplicable: 'leave-out',
  ties: { compare: 'rounded', breakers: [], next: 'skip' },
  indicators: ASKED.map(indicatorOf),
};
