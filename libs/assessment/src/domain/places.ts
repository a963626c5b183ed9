import { type Indicator, type Rule, type Scheme, isComposite, numberIn } from './scheme.js';
import { shapePlaces } from './shapes/index.js';
import { type AtHand, NOTHING_AT_HAND, type Placed, conditionPlaces, sourcePlaces } from './sources/places.js';
import { type Question, isAsked, keyOf, questionOf } from './sources/question.js';
import { type AskedSource } from './sources/source.js';

/** An indicator at its place in the scheme. */
export interface Located {
  readonly indicator: Indicator;
  readonly path: string;
  /** The branches above it, from the first level down. */
  readonly above: readonly Indicator[];
}

/** Every indicator, branches before their parts. */
export const locate = (
  indicators: readonly Indicator[],
  path = 'indicators',
  above: readonly Indicator[] = [],
): Located[] =>
  indicators.flatMap((indicator, index) => {
    const here = `${path}[${index}]`;
    const parts = isComposite(indicator) ? locate(indicator.parts, `${here}.parts`, [...above, indicator]) : [];
    return [{ indicator, path: here, above }, ...parts];
  });

const OWN: AtHand = { ...NOTHING_AT_HAND, own: true };
const SCORE: AtHand = { ...NOTHING_AT_HAND, score: true };
const RESULT: AtHand = { ...NOTHING_AT_HAND, result: true };
const GRADED: AtHand = { ...RESULT, graded: true };

/** Every source that an indicator itself looks at, with its place. */
export function indicatorPlaces(indicator: Indicator, path: string): Placed[] {
  const rules = rulePlaces(indicator.rules, path, isComposite(indicator) ? SCORE : { ...OWN, score: true });
  if (isComposite(indicator)) return rules;
  const { source, target, shape, perItem } = indicator;
  return [
    ...sourcePlaces(source, `${path}.source`, NOTHING_AT_HAND),
    ...(target && 'source' in target ? sourcePlaces(target.source, `${path}.target.source`, NOTHING_AT_HAND) : []),
    ...shapePlaces(shape, `${path}.shape`, perItem ? { ...OWN, item: true } : OWN),
    ...rules,
  ];
}

/** Every source that is looked at once the indicators are scored. */
export function overallPlaces({ rules, ties, outcome = {} }: Scheme): Placed[] {
  const places = (list: 'rules' | 'lists', atHand: AtHand) =>
    (outcome[list] ?? []).flatMap((each, index) => [
      ...conditionPlaces(each.when, `outcome.${list}[${index}].when`, atHand),
      ...('unless' in each && each.unless
        ? conditionPlaces(each.unless, `outcome.${list}[${index}].unless`, atHand)
        : []),
    ]);
  const breakers = ties.breakers.flatMap((breaker, index) =>
    typeof breaker === 'string' ? [] : sourcePlaces(breaker.of, `ties.breakers[${index}].of`, NOTHING_AT_HAND),
  );
  return [...rulePlaces(rules, '', SCORE), ...breakers, ...places('rules', RESULT), ...places('lists', GRADED)];
}

function rulePlaces(rules: readonly Rule[] = [], path: string, atHand: AtHand): Placed[] {
  const before = path === '' ? '' : `${path}.`;
  return rules.flatMap(({ when, then }, index) => {
    const here = `${before}rules[${index}]`;
    const { field = '', number = '' } = numberIn(then) ?? {};
    return [
      ...(when ? conditionPlaces(when, `${here}.when`, atHand) : []),
      ...(typeof number === 'string' ? [] : sourcePlaces(number, `${here}.then.${field}`, atHand)),
    ];
  });
}

/** Every source of a scheme, with its place. */
export const placesOf = (scheme: Scheme): Placed[] => [
  ...locate(scheme.indicators).flatMap(({ indicator, path }) => indicatorPlaces(indicator, path)),
  ...overallPlaces(scheme),
];

/** The asked sources of a scheme, with their places. */
export const askedPlaces = (scheme: Scheme): { path: string; source: AskedSource }[] =>
  placesOf(scheme).flatMap(({ source, path }) =>
    source.kind !== 'tagged' && isAsked(source) ? [{ source, path }] : [],
  );

/** All that has to be read for every subject before the scheme can be scored, each question once under its key. */
export const questionsOf = (scheme: Scheme): ReadonlyMap<string, Question> =>
  new Map(
    askedPlaces(scheme).map(({ source }) => {
      const question = questionOf(source);
      return [keyOf(question), question];
    }),
  );
