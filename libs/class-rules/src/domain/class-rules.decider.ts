import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { type ClassCondition, type ClassRules, type Day, type SizeClass, canonicalMoney } from '#libs/values';
import { type LeadClassRulesPublished } from './class-rules.events.js';
import { CLASS_RULE_TITLES } from './titles.js';

export interface PublishClassRules {
  readonly kind: 'publish-class-rules';
  readonly from: Day;
  readonly classes: readonly SizeClass[];
  readonly today: Day;
}

/** Every version, the oldest first. */
export type ClassRulesState = readonly ClassRules[];

/**
 * The rules that say which leads and negotiations are major (features.md L3): versions, each from a day on that is not before that of
 * the version in force; one that has not begun yet is said anew by publishing another.
 */
export const classRulesDecider: Decider<PublishClassRules, ClassRulesState, LeadClassRulesPublished> = {
  knows: CLASS_RULE_TITLES,
  initialState: [],

  decide({ from, classes, today }, state) {
    refuseRepeated(classes);
    classes.forEach(({ when }, index) => refuseIdle(when, `classes.${index}.when`));
    const inForce = state.findLast((version) => version.from <= today);
    refuseUnless(
      !inForce || from >= inForce.from,
      'conflict',
      'CLASS_RULES.BEFORE_LAST',
      `生效日期 ${from} 早于现行版的 ${inForce?.from}`,
      'from',
    );
    const version = (state.at(-1)?.version ?? 0) + 1;
    const data = { version, from, classes: classes.map(canonicalClass), occurredOn: today };
    return [{ type: 'LeadClassRulesPublished', data }];
  },

  evolve(state, { data: { version, from, classes } }) {
    return [...state, { version, from, classes }];
  },
};

/** The version in force on a day: the last that begins by then. */
export const rulesOn = (versions: ClassRulesState, day: Day): ClassRules | undefined =>
  versions.findLast(({ from }) => from <= day);

const canonicalClass = (sizeClass: SizeClass): SizeClass => ({
  ...sizeClass,
  when: sizeClass.when.map(({ minInvestment, tiers }) => ({
    minInvestment: minInvestment === undefined ? undefined : canonicalMoney(minInvestment),
    tiers,
  })),
});

const refuseRepeated = (classes: readonly SizeClass[]): void => {
  const repeated = classes.findIndex(({ code }, index) => classes.findIndex((other) => other.code === code) < index);
  refuseUnless(repeated < 0, 'invalid', 'CLASS_RULES.REPEATED', '同一类别代码出现两次', `classes.${repeated}.code`);
};

/** A condition that asks for nothing would make everything one of the class. */
const refuseIdle = (when: readonly ClassCondition[], field: string): void => {
  refuseUnless(when.length > 0, 'invalid', 'CLASS_RULES.NO_CONDITION', '类别须至少有一项条件', field);
  const idle = when.findIndex(({ minInvestment, tiers }) => minInvestment === undefined && !tiers?.length);
  refuseUnless(idle < 0, 'invalid', 'CLASS_RULES.NO_CONDITION', '条件须写明投资额下限或企业层级', `${field}.${idle}`);
};
