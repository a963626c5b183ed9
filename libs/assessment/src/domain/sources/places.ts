import { type Condition, type Source } from './source.js';

/** What there is at hand where a source stands: the indicator's own numbers, an item, the result. */
export interface AtHand {
  readonly own: boolean;
  /** The score before a rule. */
  readonly score: boolean;
  readonly item: boolean;
  readonly result: boolean;
  /** The grade too. */
  readonly graded: boolean;
}

/** A source, or a condition on an item (`tagged`, `listed`), at its place in a scheme. */
export interface Placed {
  readonly path: string;
  readonly source: Source | { readonly kind: 'tagged' };
  readonly atHand: AtHand;
}

export const NOTHING_AT_HAND: AtHand = { own: false, score: false, item: false, result: false, graded: false };

/** A source and every source inside it, each with its place. */
export function sourcePlaces(source: Source, path: string, atHand: AtHand): Placed[] {
  return [{ source, path, atHand }, ...innerPlaces(source, path, atHand)];
}

function innerPlaces(source: Source, path: string, atHand: AtHand): Placed[] {
  const inner = (of: Source, field: string, there: AtHand = atHand) => sourcePlaces(of, `${path}.${field}`, there);
  switch (source.kind) {
    case 'share':
      return [...inner(source.numerator, 'numerator'), ...inner(source.denominator, 'denominator')];
    case 'difference':
      return [...inner(source.of, 'of'), ...inner(source.minus, 'minus')];
    case 'growth':
      return [...inner(source.of, 'of'), ...inner(source.base, 'base')];
    case 'sum':
    case 'product':
    case 'highest':
    case 'lowest':
    case 'mean':
    case 'first-found':
      return source.of.flatMap((each, index) => inner(each, `of[${index}]`));
    case 'rounded':
    case 'bounded':
    case 'logarithm':
    case 'exponential':
      return inner(source.of, 'of');
    case 'lookup':
      return [
        ...inner(source.of, 'of'),
        ...source.knots.flatMap(({ at }, index) => (typeof at === 'string' ? [] : inner(at, `knots[${index}].at`))),
      ];
    case 'power':
      return [...inner(source.of, 'of'), ...(typeof source.to === 'string' ? [] : inner(source.to, 'to'))];
    case 'choose':
      return [
        ...source.cases.flatMap(({ when, of }, index) => [
          ...conditionPlaces(when, `${path}.cases[${index}].when`, atHand),
          ...inner(of, `cases[${index}].of`),
        ]),
        ...inner(source.otherwise, 'otherwise'),
      ];
    case 'met':
      return source.of.flatMap((each, index) => conditionPlaces(each, `${path}.of[${index}]`, atHand));
    case 'place':
    case 'among':
      // What is at hand is one subject's, and these look at all of them.
      return inner(source.of, 'of', NOTHING_AT_HAND);
    case 'items':
    case 'entries': {
      const there = { ...atHand, item: true };
      const excluded = (source.exclude ?? []).flatMap(({ when }, index) =>
        conditionPlaces(when, `${path}.exclude[${index}].when`, there),
      );
      return [
        ...(source.where ? conditionPlaces(source.where, `${path}.where`, there) : []),
        ...excluded,
        ...(source.of ? inner(source.of, 'of', there) : []),
      ];
    }
    default:
      return [];
  }
}

/** Every source that a condition compares, each with its place. */
export function conditionPlaces(condition: Condition, path: string, atHand: AtHand): Placed[] {
  switch (condition.kind) {
    case 'compare': {
      const { of, than } = condition;
      const compared = typeof than === 'string' ? [] : sourcePlaces(than, `${path}.than`, atHand);
      return [...sourcePlaces(of, `${path}.of`, atHand), ...compared];
    }
    case 'tagged':
      return [{ source: { kind: 'tagged' }, path, atHand }];
    case 'listed':
      // The list is the subject's, whatever is at hand here.
      return [
        { source: { kind: 'tagged' }, path, atHand },
        ...sourcePlaces(condition.in, `${path}.in`, NOTHING_AT_HAND),
      ];
    case 'not':
      return conditionPlaces(condition.of, `${path}.of`, atHand);
    default:
      return condition.of.flatMap((each, index) => conditionPlaces(each, `${path}.of[${index}]`, atHand));
  }
}
