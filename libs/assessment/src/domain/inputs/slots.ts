import { type UnitCode } from '#libs/values';
import { type Scheme } from '../scheme.js';
import { type AskedSource, type CertifiedSource, type Members } from '../sources/source.js';

/** A figure, list, panel or award that a scheme waits for, and the unit that certifies it; a panel may have no one unit. */
export type InputSlot = { readonly input: string } & (
  | { readonly kind: 'certified'; readonly by: UnitCode; readonly common: boolean }
  | { readonly kind: 'items'; readonly by: UnitCode }
  | { readonly kind: 'discretionary'; readonly by: UnitCode; readonly range: Range }
  | { readonly kind: 'panel'; readonly by?: UnitCode; readonly panels: readonly string[] }
);

interface Range {
  readonly from: string;
  readonly to: string;
}

/** What a scheme asks units to certify, by input, each with the codes of the indicators that use it. */
export function inputSlots(
  scheme: Scheme,
): ReadonlyMap<string, InputSlot & { readonly indicators: readonly string[] }> {
  const slots = new Map<string, InputSlot & { indicators: string[] }>();
  visit(scheme, undefined, (slot, indicator) => {
    const known = slots.get(slot.input) ?? { ...slot, indicators: [] };
    if (indicator !== undefined && !known.indicators.includes(indicator)) known.indicators.push(indicator);
    slots.set(slot.input, known);
  });
  return slots;
}

type Found = (slot: InputSlot, indicator: string | undefined) => void;

/** Sources stand in many places of a scheme (shapes, rules, conditions, targets); each is known by its `kind`. */
function visit(value: unknown, indicator: string | undefined, found: Found): void {
  if (typeof value !== 'object' || value === null) return;
  const here = isIndicator(value) ? value.code : indicator;
  const slot = slotOf(value as AskedSource | Members);
  if (slot) found(slot, here);
  for (const inner of Object.values(value)) visit(inner, here, found);
}

const isIndicator = (value: object): value is { code: string } =>
  'code' in value && 'role' in value && typeof value.code === 'string';

function slotOf(value: AskedSource | Members): InputSlot | undefined {
  switch (value.kind) {
    case 'certified': {
      const { kind, input, by, common = false } = value satisfies CertifiedSource;
      return { kind, input, by, common };
    }
    case 'items':
      return { kind: value.kind, input: value.input, by: value.by };
    case 'discretionary':
      return { kind: value.kind, input: value.input, by: value.by, range: value.range };
    case 'panel':
      return { kind: value.kind, input: value.input, panels: value.panels.map(({ code }) => code) };
    case 'members':
      return value.weight && { kind: 'certified', ...value.weight, common: false };
    default:
      return undefined;
  }
}
