import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { type Day, canonicalMoney } from '#libs/values';
import {
  type AdmissionRules,
  type AdmissionRulesPublished,
  type AdmissionRulesState,
  type Check,
} from './rules.events.js';
import { ADMISSION_TITLES } from './titles.js';

export interface PublishAdmissionRules {
  readonly kind: 'publish-admission-rules';
  readonly rules: Omit<AdmissionRules, 'version'>;
  readonly today: Day;
}

/**
 * The rules of admission (features.md L9): versions, each from a day on that is not before that of
 * the version in force; one that has not begun yet is said anew by publishing another.
 */
export const admissionRulesDecider: Decider<PublishAdmissionRules, AdmissionRulesState, AdmissionRulesPublished> = {
  knows: ADMISSION_TITLES,
  initialState: [],

  decide({ rules, today }, state) {
    const { from, checks, criteria, passScore } = rules;
    const inForce = state.findLast((version) => version.from <= today);
    refuseUnless(
      !inForce || from >= inForce.from,
      'conflict',
      'ADMISSION_RULES.BEFORE_LAST',
      `生效日期 ${from} 早于现行版的 ${inForce?.from}`,
      'from',
    );
    refuseRepeated(checks, 'checks');
    refuseRepeated(criteria, 'criteria');
    checks.forEach(({ measure, atLeast }, index) =>
      refuseUnless(
        (measure === undefined) === (atLeast === undefined),
        'invalid',
        'ADMISSION_RULES.HALF_MEASURED',
        '测算项须同时写明测算指标和下限',
        `checks.${index}`,
      ),
    );
    const most = criteria.reduce((sum, { max }) => sum + max, 0);
    refuseUnless(
      passScore <= most,
      'invalid',
      'ADMISSION_RULES.UNREACHABLE',
      `合格分 ${passScore} 高于满分 ${most}`,
      'passScore',
    );
    const version = (state.at(-1)?.version ?? 0) + 1;
    const data = { ...rules, version, checks: checks.map(canonicalCheck), occurredOn: today };
    return [{ type: 'AdmissionRulesPublished', data }];
  },

  evolve(state, { data }) {
    const { occurredOn, ...rules } = data;
    return [...state, rules];
  },
};

const canonicalCheck = (check: Check): Check =>
  check.atLeast === undefined ? check : { ...check, atLeast: canonicalMoney(check.atLeast) };

const refuseRepeated = (list: readonly { readonly code: string }[], field: string): void => {
  const codes = list.map(({ code }) => code);
  const repeated = codes.findIndex((code, index) => codes.indexOf(code) < index);
  refuseUnless(repeated < 0, 'invalid', 'ADMISSION_RULES.REPEATED', '同一代码出现两次', `${field}.${repeated}.code`);
};
