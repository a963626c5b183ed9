import {
  type Composite,
  type Figure,
  type Measured,
  type MetricCatalogue,
  type Question,
  type Reading,
  type Scheme,
  type Subject,
  keyOf,
  questionsOf,
} from '#libs/assessment';

/** Metrics as a scheme sees them, for tests. */
export const metrics: MetricCatalogue = new Map([
  ['signed-projects', { kind: 'quantity', hasAmounts: true }],
  ['started-projects', { kind: 'quantity', hasAmounts: true }],
  ['start-rate', { kind: 'rate', hasAmounts: true }],
  ['outings', { kind: 'quantity', hasAmounts: false }],
]);

/** A leaf worth 10 points, proportional to the count of outings over a target of 20, capped at its points. */
export const leaf = (changes: Partial<Measured> = {}): Measured => ({
  code: 'outings',
  name: '外出招商',
  role: 'scored',
  points: '10',
  cap: '10',
  floor: 'none',
  source: { kind: 'metric', metric: 'outings' },
  target: { each: '20', zeroTarget: 'zero' },
  shape: { kind: 'proportional' },
  ...changes,
});

/** A branch worth as much as its scored parts. */
export const branch = (parts: Composite['parts'], changes: Partial<Composite> = {}): Composite => ({
  code: 'branch',
  name: '分项',
  role: 'scored',
  points: '10',
  cap: 'none',
  floor: 'none',
  combine: 'sum',
  base: '0',
  parts,
  ...changes,
});

/** A whole scheme of one leaf, to change. */
export const scheme = (changes: Partial<Scheme> = {}): Scheme => ({
  code: 'example',
  name: '示例方案',
  version: 1,
  period: { from: '2022-01-01', to: '2022-12-31' },
  subjects: { kind: 'all' },
  points: '10',
  rounding: { stage: 'indicator', places: 2, mode: 'half-up' },
  notApplicable: 'leave-out',
  ties: { compare: 'rounded', breakers: [], next: 'skip' },
  indicators: [leaf()],
  ...changes,
});

const figure = (name: string, value: string): Figure => ({ name, value });

export const quantity = (value: string): Reading => ({ kind: 'quantity', quantity: figure('数量', value) });

export const rate = (numerator: string, denominator: string): Reading => ({
  kind: 'rate',
  numerator: figure('分子', numerator),
  denominator: figure('分母', denominator),
});

/** A unit with what the ledger says of it, by metric. */
export const subject = (code: string, metrics: Record<string, Reading>): Subject => ({
  unit: { code, name: code.toUpperCase() },
  readings: new Map(Object.entries(metrics).map(([metric, reading]) => [keyOf({ kind: 'metric', metric }), reading])),
});

/** A subject with an answer to every question of a scheme, by the name of the metric, input or scheme that is asked for. */
export const answering = (
  scheme: Scheme,
  unit: Subject['unit'],
  answer: (name: string, question: Question) => Reading,
  group?: string,
): Subject => ({
  unit,
  ...(group !== undefined && { group }),
  readings: new Map([...questionsOf(scheme)].map(([key, question]) => [key, answer(nameOf(question), question)])),
});

const nameOf = (question: Question): string =>
  'input' in question ? question.input : 'metric' in question ? question.metric : question.scheme;
