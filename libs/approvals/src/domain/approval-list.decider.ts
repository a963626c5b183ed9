import { type Decider, refuseUnless } from '#libs/eventsourcing';
import { type Day } from '#libs/values';
import { type ApprovalList, type ApprovalListPublished, type ApprovalListState } from './approval-list.events.js';
import { APPROVAL_TITLES } from './titles.js';

export interface PublishApprovalList {
  readonly kind: 'publish-approval-list';
  readonly list: Omit<ApprovalList, 'version'>;
  readonly today: Day;
}

/**
 * 清单制 (features.md P3): versions of what approvals require, each from a day on that is not before that of
 * the version in force; one that has not begun yet is said anew by publishing another.
 */
export const approvalListDecider: Decider<PublishApprovalList, ApprovalListState, ApprovalListPublished> = {
  knows: APPROVAL_TITLES,
  initialState: [],

  decide({ list: { from, items }, today }, state) {
    const inForce = state.findLast((version) => version.from <= today);
    refuseUnless(
      !inForce || from >= inForce.from,
      'conflict',
      'APPROVAL_LIST.BEFORE_LAST',
      `生效日期 ${from} 早于现行版的 ${inForce?.from}`,
      'from',
    );
    const named = items.map(({ kind, paper }) => JSON.stringify([kind, paper]));
    refuseRepeated(named, (index) => `items.${index}.kind`);
    items.forEach(({ statutoryLimit, promisedLimit = statutoryLimit, materials }, index) => {
      refuseUnless(
        promisedLimit <= statutoryLimit,
        'invalid',
        'APPROVAL_LIST.PROMISE_EXCEEDS_LIMIT',
        `承诺时限 ${promisedLimit} 天超过法定时限 ${statutoryLimit} 天`,
        `items.${index}.promisedLimit`,
      );
      const codes = materials.map(({ code }) => code);
      refuseRepeated(codes, (at) => `items.${index}.materials.${at}.code`);
    });
    return [
      {
        type: 'ApprovalListPublished',
        data: { version: (state.at(-1)?.version ?? 0) + 1, from, items, occurredOn: today },
      },
    ];
  },

  evolve(state, { data }) {
    const { occurredOn, ...list } = data;
    return [...state, list];
  },
};

function refuseRepeated(names: readonly string[], fieldOf: (index: number) => string): void {
  const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
  refuseUnless(repeated < 0, 'invalid', 'APPROVAL_LIST.REPEATED', '同一事项或材料出现两次', fieldOf(repeated));
}
