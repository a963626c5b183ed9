import { type UnitCode } from '#libs/values';
import { indicatorPlaces, locate, overallPlaces } from '../places.js';
import { type Scheme } from '../scheme.js';
import { type Placed } from '../sources/places.js';
import { type SchemeSource, type Source } from '../sources/source.js';

/**
 * A figure, list, panel or award that a scheme waits for, and the unit that certifies it: of each subject, of the members
 * that make up a subject, or one for all.
 */
export type InputSlot = { readonly input: string } & (
  | { readonly kind: 'certified'; readonly by: UnitCode; readonly of: 'subject' | 'member' | 'all' }
  | { readonly kind: 'items'; readonly by: UnitCode }
  | { readonly kind: 'discretionary'; readonly by: UnitCode; readonly range: Range }
  | { readonly kind: 'panel'; readonly by: UnitCode; readonly panels: readonly string[] }
);

interface Range {
  readonly from: string;
  readonly to: string;
}

/** What a scheme asks units to certify, by input, each with the codes of the indicators that use it. */
export function inputSlots(
  scheme: Scheme,
): ReadonlyMap<string, InputSlot & { readonly indicators: readonly string[] }> {
  const slots = new Map<string, KnownSlot>();
  const add = (places: readonly Placed[], indicator?: string): void => {
    for (const { source } of places) {
      const slot = source.kind === 'tagged' ? undefined : slotOf(source);
      if (!slot) continue;
      const known = joined(slots.get(slot.input), slot);
      if (indicator !== undefined && !known.indicators.includes(indicator)) known.indicators.push(indicator);
      slots.set(slot.input, known);
    }
  };
  for (const { indicator, path } of locate(scheme.indicators)) add(indicatorPlaces(indicator, path), indicator.code);
  add(overallPlaces(scheme));
  return slots;
}

type KnownSlot = InputSlot & { indicators: string[] };

/** A panel's sheets may be looked at in several places, each asking for other panels. */
function joined(known: KnownSlot | undefined, slot: InputSlot): KnownSlot {
  if (!known) return { ...slot, indicators: [] };
  if (known.kind !== 'panel' || slot.kind !== 'panel') return known;
  return { ...known, panels: [...new Set([...known.panels, ...slot.panels])] };
}

/** What a source asks a unit to certify, if it does. */
export function slotOf(source: Source): InputSlot | undefined {
  switch (source.kind) {
    case 'certified': {
      const { kind, input, by, common } = source;
      return { kind, input, by, of: common ? 'all' : 'subject' };
    }
    case 'items':
      return { kind: source.kind, input: source.input, by: source.by };
    case 'discretionary':
      return { kind: source.kind, input: source.input, by: source.by, range: source.range };
    case 'panel':
      return { kind: source.kind, input: source.input, by: source.by, panels: source.panels.map(({ code }) => code) };
    case 'scheme':
      return weightOf(source.of);
    default:
      return undefined;
  }
}

const weightOf = (of: SchemeSource['of']): InputSlot | undefined =>
  of.kind === 'members' && of.weight ? { kind: 'certified', ...of.weight, of: 'member' } : undefined;
