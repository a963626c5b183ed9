import { type Day } from './day.js';
import { type Money, compareMoney } from './money.js';
import { type UnitCode } from './unit-code.js';

/** The standing of an enterprise or its plan (features.md L3; 000, 001 二(一)(八), 004). */
export const TIER_NAMES = {
  'world-500': '世界500强',
  'china-500': '中国500强',
  'domestic-100': '国内100强',
  'central-enterprise': '央企',
  leading: '头部企业',
  unicorn: '独角兽',
  gazelle: '瞪羚',
  listed: '上市公司',
  headquarters: '总部',
  fintech: '金融科技',
  'major-foreign': '重大外资',
  'major-taiwan': '重大台资',
} as const;
export type Tier = keyof typeof TIER_NAMES;
export const TIERS = Object.keys(TIER_NAMES) as readonly Tier[];

/** What makes a lead or a negotiation of a class: at least so much (万元), one of the tiers, or, where both are named, both. */
export interface ClassCondition {
  readonly minInvestment?: Money;
  readonly tiers?: readonly Tier[];
}

/** A class: any one condition makes it. `reportTo` is told of everything of the class (features.md L3). */
export interface SizeClass {
  readonly code: string;
  readonly name: string;
  readonly when: readonly ClassCondition[];
  readonly reportTo?: UnitCode;
}

/** Version 1, 2, …: in force from the day `from` until a later version's. The first class that fits is the one. */
export interface ClassRules {
  readonly version: number;
  readonly from: Day;
  readonly classes: readonly SizeClass[];
}

/** How big something is (万元), and of what standing. */
export interface Classable {
  readonly investment: Money;
  readonly tiers: readonly Tier[];
}

/** The class of something of that size and standing; `undefined` when no class fits. */
export const classOf = ({ classes }: Pick<ClassRules, 'classes'>, thing: Classable): SizeClass | undefined =>
  classes.find(({ when }) => when.some((condition) => holds(condition, thing)));

const holds = ({ minInvestment, tiers }: ClassCondition, thing: Classable): boolean =>
  (minInvestment === undefined || compareMoney(thing.investment, minInvestment) >= 0) &&
  (tiers === undefined || tiers.some((tier) => thing.tiers.includes(tier)));

/** What is known of something's class so far: by `reportedTo`, whom has been told of it. */
export interface Classed {
  readonly unit: UnitCode;
  readonly class?: string;
  readonly reportedTo: readonly UnitCode[];
}

/** What rules change: a class (none fits any more without `class`), and a unit that has to be told of it. */
export interface Classing {
  readonly classed?: { readonly class?: string; readonly rules: number };
  readonly reported?: { readonly to: UnitCode; readonly class: string; readonly rules: number };
}

/** What the rules make of something as it stands now; nobody is told twice, nor of its own matters (features.md L3). */
export function classing(rules: ClassRules, thing: Classable, known: Classed): Classing {
  const found = classOf(rules, thing);
  const to = found?.reportTo;
  return {
    ...(found?.code !== known.class && { classed: { class: found?.code, rules: rules.version } }),
    ...(found &&
      to !== undefined &&
      to !== known.unit &&
      !known.reportedTo.includes(to) && { reported: { to, class: found.code, rules: rules.version } }),
  };
}
