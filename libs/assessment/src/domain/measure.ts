import { snap } from './arithmetic.js';
import { statedFor } from './by-group.js';
import { type Figure } from './figures.js';
import { type Measured, type Target } from './scheme.js';
import {
  type Circumstance,
  type Found,
  type FoundNumber,
  type Ground,
  type Unfound,
  foundNumber,
  ruleZero,
  withNumbers,
} from './sources/found.js';
import { type Worked, given, over, times } from './worked.js';

/**
 * What an indicator finds at a subject: a value for its shape, with the target that it was divided by; or a score that a
 * zero rule gives without the shape, or that the indicator doesn't apply.
 */
export type Measurement = MeasuredValue | (Unfound & { readonly target?: Worked });

export interface MeasuredValue {
  readonly kind: 'value';
  readonly value: Worked;
  readonly measured: Worked;
  readonly target?: Worked;
  readonly printed: string;
  readonly figures: readonly Figure[];
  readonly because?: string;
}

/** @throws RangeError when a reading is missing or of the wrong kind. */
export function measure(indicator: Measured, at: Circumstance, ground: Ground): Measurement {
  const found = ground.find(indicator.source, at);
  if (found.kind !== 'value') return found;
  if (!indicator.target) return valued(found);
  const goal = targetOf(indicator.target, at, ground);
  if (goal.kind !== 'value') return { ...goal, figures: [...found.figures, ...goal.figures] };
  const { worked: target } = goal;
  const figures = [...found.figures, ...goal.figures, { name: '目标', value: target.value.toFixed() }];
  if (snap(target.value).isZero()) {
    const ruled = ruleZero(indicator.target.zeroTarget, '目标为 0', figures);
    return ruled.kind === 'value' ? { ...valued(ruled), target } : { ...ruled, target };
  }
  const measured = over(found.worked, target);
  const because = withBoth(found, goal);
  return { kind: 'value', value: found.worked, measured, target, printed: percent(measured), figures, because };
}

const withBoth = (a: FoundNumber, b: FoundNumber): string | undefined =>
  [a.because, b.because].filter((because) => because !== undefined).join('，') || undefined;

const valued = ({ worked, isRate, figures, because }: FoundNumber): MeasuredValue => ({
  kind: 'value',
  value: worked,
  measured: worked,
  printed: isRate ? percent(worked) : given(worked.value).text,
  figures,
  because,
});

/** The year's target, or what of it is due by the schedule. */
function targetOf(target: Target, at: Circumstance, ground: Ground): Found {
  const whole = 'source' in target ? ground.find(target.source, at) : statedTarget(target, at);
  if (target.schedule === undefined) return whole;
  const share = ground.elapsed(target.schedule);
  return withNumbers([whole], ([year], figures, because) => foundNumber(times(year, share), figures, { because }));
}

function statedTarget(target: Exclude<Target, { source: unknown }>, { subject }: Circumstance): Found {
  const stated = statedFor(target, subject.unit.code, subject.group);
  return stated === 'none'
    ? { kind: 'not-applicable', because: '未设目标，不参与本项', figures: [] }
    : foundNumber(given(stated));
}

const percent = ({ value }: Worked): string => `${value.times(100).toDecimalPlaces(2).toFixed()}%`;
