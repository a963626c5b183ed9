import { listUnits } from '#libs/units';
import { Decimal } from '../../domain/arithmetic.js';
import { forGroup } from '../../domain/by-group.js';
import { type Figure, type Reading } from '../../domain/figures.js';
import { gradePlace } from '../../domain/outcome/grade.js';
import { type Scheme } from '../../domain/scheme.js';
import { type Scorecard } from '../../domain/scorecard.js';
import { type Answers, type Asked, type Asking, MISSING } from './asking.js';
import { type Certified, figureOf } from './certified.js';
import { writeOrigin } from './origin.js';
import { type ScoredScheme } from './scheme-scores.js';

/** Answers from the results of other schemes (features.md A6): each of them is scored once, whoever asks for it. */
export async function rollUpAnswers(asked: Asked<'scheme'>, certified: Certified, asking: Asking): Promise<Answers> {
  const scored = new Map<string, ScoredScheme>();
  for (const [key, { scheme, version }] of asked) scored.set(key, await asking.scoresOf(scheme, version));
  const below = await unitsBelow(asked, asking);
  return (key, subject) => {
    const question = asked.get(key);
    const other = scored.get(key);
    if (!question || !other) throw new RangeError(`nobody asked ${key}`);
    const { take, of } = question;
    if (of.kind === 'same') return resultOf(other, subject, take);
    const codes = of.members === 'children' ? (below.get(subject) ?? []) : (of.members[subject] ?? []);
    const members = codes.flatMap((code) => {
      const reading = resultOf(other, code, take);
      const weight = of.weight && certified.of(of.weight.input, code, of.weight.by);
      return flattened(reading).map((result) => ({ result, ...(weight && { weight: figureOf(weight) }) }));
    });
    return members.length > 0 ? { kind: 'members', members } : MISSING;
  };
}

async function unitsBelow(asked: Asked<'scheme'>, { sql, scheme, asOf }: Asking): Promise<Map<string, string[]>> {
  const isNeeded = [...asked.values()].some(({ of }) => of.kind === 'members' && of.members === 'children');
  const units = isNeeded ? await listUnits(sql, asOf, scheme.period.to) : [];
  const byParent = Map.groupBy(units, ({ parent }) => parent ?? '');
  return new Map([...byParent].map(([parent, children]) => [parent, children.map(({ code }) => code)]));
}

type Take = 'total' | 'rank' | 'normalised' | 'grade';

function resultOf({ scheme, cards }: ScoredScheme, subject: string, take: Take): Reading {
  const card = cards.find(({ unit }) => unit.code === subject);
  if (!card) return MISSING;
  const origin = writeOrigin({ kind: 'result', scheme: scheme.code, version: scheme.version, subject });
  const figure = (words: string, value: string): Figure => ({
    name: `“${scheme.name}”${card.unit.name}${words}`,
    value,
    origin,
  });
  if (take === 'rank') return { kind: 'quantity', quantity: figure('名次', String(card.rank)) };
  if (take === 'grade') return gradeIn(scheme, card, figure);
  if (take === 'total') return { kind: 'quantity', quantity: figure('总分', card.total) };
  const points = { name: `“${scheme.name}”满分`, value: forGroup(scheme.points, card.group) ?? '0' };
  return { kind: 'rate', numerator: figure('总分', card.total), denominator: points };
}

/** The disqualified have no grade, and nobody has one where the scheme gives none. */
function gradeIn({ outcome }: Scheme, card: Scorecard, figure: (words: string, value: string) => Figure): Reading {
  const { grade } = card.outcome ?? { grade: null };
  const place = outcome?.grades && gradePlace(grade, outcome.grades);
  return place ? { kind: 'quantity', quantity: figure(`等次“${grade}”`, String(place)) } : MISSING;
}

/** A member's result is one number: the share of the points when it was asked for normalised. */
function flattened(reading: Reading): Figure[] {
  if (reading.kind === 'quantity') return [reading.quantity];
  if (reading.kind !== 'rate') return [];
  const { numerator, denominator } = reading;
  const points = new Decimal(denominator.value);
  if (points.isZero()) return [];
  const value = new Decimal(numerator.value).dividedBy(points).toFixed();
  return [{ ...numerator, name: `${numerator.name}÷${points.toFixed()}`, value }];
}
