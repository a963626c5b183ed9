import { type Bounds, type PostedMetric } from '#libs/postings';
import { type Day, type SubjectKind, compareMoney } from '#libs/values';
import { type Measure } from '../../metrics.js';

/** A measure over the days `from` to `to`, both included, of postings within bounds. */
export interface TotalsQuestion extends Bounds {
  readonly measure: Measure;
  readonly from: Day;
  readonly to: Day;
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
 * Questions that one statement can answer: sums of whatever metrics, or rates of the same pair up to the same day, of
 * which the same proof is asked.
 */
export interface Pass {
  readonly rate?: {
    readonly reached: PostedMetric;
    readonly to: Day;
    readonly proof: Pick<Bounds, 'minGrade' | 'evidence'>;
  };
  /** By the metric whose postings are grouped: that of a sum, the cohort of a rate. */
  readonly byMetric: ReadonlyMap<PostedMetric, readonly Asked[]>;
}

/** A question with its place in the list that was asked. */
export interface Asked {
  readonly index: number;
  readonly question: TotalsQuestion;
}

/** Bits of a Postgres integer, its sign left out. */
const MASK_BITS = 31;

/** Puts questions together so that each pass reads the ledger once, whatever the number of questions. */
export function passesOf(questions: readonly TotalsQuestion[]): Pass[] {
  const asked = questions.map((question, index) => ({ question: withinMeasure(question), index }));
  return [...Map.groupBy(asked, passKey).values()].flatMap((together) => {
    const byMetric = Map.groupBy(together, ({ question: { measure } }) =>
      measure.kind === 'sum' ? measure.of : measure.cohort,
    );
    const rounds = Math.ceil(Math.max(...[...byMetric.values()].map(({ length }) => length)) / MASK_BITS);
    return Array.from({ length: rounds }, (_, round) => ({
      rate: rateOf(together[0]?.question),
      byMetric: new Map(
        [...byMetric]
          .map(([metric, all]) => [metric, all.slice(round * MASK_BITS, (round + 1) * MASK_BITS)] as const)
          .filter(([, some]) => some.length > 0),
      ),
    }));
  });
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
        to: question.to,
        proof: { minGrade: question.minGrade, evidence: question.evidence },
      }
    : undefined;

const passKey = ({ question: { measure, to, minGrade, evidence } }: Asked): string =>
  measure.kind === 'sum' ? 'sum' : JSON.stringify([measure.cohort, measure.reached, to, minGrade, evidence]);
