import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { type SubjectKind } from '#libs/values';
import { type SchemeSummary, summaryOf } from '../schemes/list-schemes.query.js';
import { type ExplainedScorecard, explain, withoutEvents } from './explain.js';
import { scoreKnown } from './score-known.query.js';

/** `version`: the latest when absent. `subject`: its card alone, ranked among all the same. */
export interface ScoresQuestion {
  readonly scheme: string;
  readonly version?: number;
  readonly subject?: string;
}

export interface AssessmentScores {
  readonly scheme: SchemeSummary;
  readonly of: SubjectKind;
  readonly rows: readonly ExplainedScorecard[];
  /** True when the events behind all cards would be too many for one answer: ask for a subject to have its own. */
  readonly eventsLeftOut: boolean;
}

/** The most postings whose events one answer lists; a single subject's are always listed. */
const MAX_POSTINGS = 20_000;

/**
 * Every subject's scorecard by a published scheme over what was known at the seq `asOf`, best first, each figure with the
 * events behind it (features.md A9).
 * @throws Refusal SCORES.UNIT_NOT_SCORED and what `scoreKnown` refuses
 */
export async function assessmentScores(
  sql: Sql,
  { scheme: code, version, subject }: ScoresQuestion,
  asOf: bigint,
): Promise<AssessmentScores> {
  const known = await scoreKnown(sql, { code, version }, asOf);
  const { scheme, of, cards, postings } = known;
  const asked = subject === undefined ? cards : cards.filter((card) => card.unit.code === subject);
  refuseUnless(
    subject === undefined || asked.length > 0,
    'not-found',
    'SCORES.UNIT_NOT_SCORED',
    `“${subject}”不是方案“${scheme.name}”的考核对象`,
    'subject',
  );
  const eventsLeftOut = subject === undefined && postings > MAX_POSTINGS;
  const rows = eventsLeftOut
    ? withoutEvents(asked, known)
    : await explain(sql, asked, known, asOf, subject !== undefined);
  return { scheme: summaryOf(scheme), of, rows, eventsLeftOut };
}
