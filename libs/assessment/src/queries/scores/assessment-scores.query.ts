import { type Sql } from '#libs/database';
import { refuseUnless } from '#libs/eventsourcing';
import { listUnits } from '#libs/units';
import { type UnitCode } from '#libs/values';
import { type Subject } from '../../domain/figures.js';
import { type Subjects } from '../../domain/scheme.js';
import { scoreScheme } from '../../domain/score.js';
import { type SchemeSummary, summaryOf } from '../schemes/list-schemes.query.js';
import { publishedScheme } from '../schemes/published-scheme.js';
import { type ExplainedScorecard, explain } from './explain.js';
import { gather } from './gather.js';

/** `version`: the latest when absent. `unit`: its card alone, ranked among all the same. */
export interface ScoresQuestion {
  readonly scheme: string;
  readonly version?: number;
  readonly unit?: UnitCode;
}

export interface AssessmentScores {
  readonly scheme: SchemeSummary;
  readonly rows: readonly ExplainedScorecard[];
}

/**
 * Every unit's scorecard by a published scheme over the postings known at the seq `asOf`, best first, each figure with
 * the events behind it.
 * @throws Refusal SCHEME.UNKNOWN, SCORES.UNIT_NOT_SCORED
 */
export async function assessmentScores(
  sql: Sql,
  { scheme: code, version, unit }: ScoresQuestion,
  asOf: bigint,
): Promise<AssessmentScores> {
  const scheme = await publishedScheme(sql, { code, version }, asOf);
  const units = await subjectsOf(sql, scheme.subjects, asOf);
  refuseUnless(
    unit === undefined || units.some((subject) => subject.code === unit),
    'not-found',
    'SCORES.UNIT_NOT_SCORED',
    `“${unit}”不是方案“${scheme.name}”的考核对象`,
    'unit',
  );
  const cards = scoreScheme(scheme, await gather(sql, scheme, units, asOf));
  const asked = unit === undefined ? cards : cards.filter((card) => card.unit.code === unit);
  return { scheme: summaryOf(scheme), rows: await explain(sql, asked, scheme, asOf) };
}

/** A unit that the scheme names is scored even if nobody has registered it: its code stands in for its name. */
async function subjectsOf(sql: Sql, subjects: Subjects, asOf: bigint): Promise<Subject['unit'][]> {
  const registered = await listUnits(sql, asOf);
  if (subjects.kind === 'units') {
    const names = new Map(registered.map(({ code, name }) => [code, name]));
    return subjects.units.map((code) => ({ code, name: names.get(code) ?? code }));
  }
  return registered
    .filter(({ group }) => subjects.kind !== 'group' || group === subjects.group)
    .map(({ code, name }) => ({ code, name }));
}
