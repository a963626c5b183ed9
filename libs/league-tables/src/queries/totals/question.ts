import { type Bounds, Parameters, type PostedMetric, ofKind, provedAs } from '#libs/postings';
import { type Day, type SubjectKind, compareMoney } from '#libs/values';
import { type Measure } from '../../metrics.js';
import { scalesOf } from './scale.js';

/** A measure over the days `from` to `to`, both included, of postings within bounds. */
export interface TotalsQuestion extends Bounds {
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
  /** Of a rate: the day by which the goal counts as reached; `to` when left out. */
  readonly reachedBy?: Day;
}

/** Whom totals are of. An outpost (驻点) posts as the unit that it is. */
export type TotalsOf = SubjectKind;

/** What of `posting` says whose it is; people have no postings yet. */
export const SUBJECT_OF = {
  city: `'all'`,
  unit: 'posting.unit',
  outpost: 'posting.unit',
  group: 'posting.unit_group',
  project: 'posting.project',
  person: 'null::text',
} as const satisfies Record<TotalsOf, string>;

/**
 * Questions that one statement can answer: sums of whatever metrics, or rates of the same pair reached by the same day, of
 * which the same proof is asked.
 */
export interface Pass {
  readonly rate?: {
    readonly reached: PostedMetric;
    readonly by: Day;
    readonly proof: Pick<Bounds, 'minGrade' | 'evidence'>;
  };
  readonly asked: readonly Asked[];
}

/** A question with its place in the list that was asked. */
export interface Asked {
  readonly index: number;
  readonly question: TotalsQuestion;
}

/** The metric whose postings are grouped: that of a sum, the cohort of a rate. */
export const groupedMetric = ({ question: { measure } }: Asked): PostedMetric =>
  measure.kind === 'sum' ? measure.of : measure.cohort;

/**
 * The conditions that make a posting of its metric and of the right size count for a question; a rate's proof is asked of
 * what was reached.
 */
export const conditionsOf = ({ measure, from, to, ...bounds }: TotalsQuestion, parameters: Parameters): string[] => [
  `posting.day >= ${parameters.of(from, 'date')}`,
  `posting.day <= ${parameters.of(to, 'date')}`,
  ...ofKind(bounds, parameters),
  ...(measure.kind === 'sum' ? provedAs(bounds, parameters) : []),
];

/**
 * Different conditions and sizes in a pass at most. Postings are grouped by which of them they meet: with each condition
 * there may be twice as many groups, with each size one more.
 */
const MAX_CONDITIONS = 14;

/** Puts questions together so that the ledger is read as few times as can be, whatever the number of questions. */
export function passesOf(questions: readonly TotalsQuestion[]): Pass[] {
  const asked = questions.map((question, index) => ({ question: withinMeasure(question), index }));
  return [...Map.groupBy(asked, passKey).values()].flatMap((together) =>
    batchesOf(together).map((batch) => ({ rate: rateOf(batch[0]?.question), asked: batch })),
  );
}

/** The questions of whatever measure put together by what is grouped: the postings of a sum, or the cohort of a rate. */
export const groupedPasses = (questions: readonly TotalsQuestion[]): Pass[] =>
  batchesOf(questions.map((question, index) => ({ question: withinMeasure(question), index }))).map((asked) => ({
    asked,
  }));

function batchesOf(asked: readonly Asked[]): Asked[][] {
  const parameters = new Parameters();
  const batches: { asked: Asked[]; conditions: Set<string> }[] = [];
  for (const each of asked) {
    const sizes = scalesOf([each.question]).flatMap(({ column, lines }) => lines.map((line) => `${column} ${line}`));
    const needed = [...conditionsOf(each.question, parameters), ...sizes];
    const fits = batches.find(({ conditions }) => new Set([...conditions, ...needed]).size <= MAX_CONDITIONS);
    const batch = fits ?? { asked: [], conditions: new Set<string>() };
    if (!fits) batches.push(batch);
    batch.asked.push(each);
    for (const condition of needed) batch.conditions.add(condition);
  }
  return batches.map((batch) => batch.asked);
}

/** A measure of projects from a size on keeps to it, whatever smaller size is asked for. */
function withinMeasure(question: TotalsQuestion): TotalsQuestion {
  const { measure, minInvestment: asked } = question;
  const own = measure.kind === 'sum' ? measure.minInvestment : undefined;
  if (own === undefined || (asked !== undefined && compareMoney(asked, own) > 0)) return question;
  return { ...question, minInvestment: own };
}

const rateOf = (question: TotalsQuestion | undefined): Pass['rate'] =>
  question?.measure.kind === 'rate'
    ? {
        reached: question.measure.reached,
        by: goalDayOf(question),
        proof: { minGrade: question.minGrade, evidence: question.evidence },
      }
    : undefined;

const passKey = ({ question }: Asked): string => {
  const { measure, minGrade, evidence } = question;
  return measure.kind === 'sum'
    ? 'sum'
    : JSON.stringify([measure.cohort, measure.reached, goalDayOf(question), minGrade, evidence]);
};

const goalDayOf = ({ to, reachedBy }: TotalsQuestion): Day => reachedBy ?? to;
