import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type Day, type SubjectRef, Decimal, canonicalMoney, subjectKey } from '#libs/values';
import { type Schedule, scheduleFault } from './schedule.js';
import { type TargetEvent, type TargetRevised, type TargetSet } from './target.events.js';
import { TARGET_TITLES } from './titles.js';

export type TargetCommand = { readonly today: Day } & (
  | { readonly kind: 'set-target'; readonly target: TargetSet['data']; readonly additive: boolean }
  | { readonly kind: 'revise-target'; readonly revision: Omit<TargetRevised['data'], 'parent'> }
);

/** A target as it stands. */
export interface Target {
  readonly subject: SubjectRef;
  readonly amount: string;
  readonly parent?: SubjectRef;
  /** The day of its last setting: the next can't lie before it. */
  readonly since: Day;
}

/** The standing targets of a metric and year, by the keys of their subjects. */
export type TargetsState = ReadonlyMap<string, Target>;

/**
 * The rules of a metric's targets in a year (features.md A10): one for each subject, each from a parent's or from none;
 * the parts of a target add up to no more than it unless that is declared with a reason.
 */
export const targetDecider: Decider<TargetCommand, TargetsState, TargetEvent> = {
  knows: TARGET_TITLES,
  initialState: new Map(),

  decide(command, state) {
    switch (command.kind) {
      case 'set-target': {
        const { target, additive, today } = command;
        const { subject, parent } = target;
        refuseUnless(!state.has(subjectKey(subject)), 'conflict', 'TARGET.ALREADY_SET', `${inWords(target)}已经下达`);
        refuseUnless(
          additive || !parent,
          'invalid',
          'TARGET.RATE_HAS_NO_PARTS',
          '比率类目标不能由上级目标分解而来',
          'parent',
        );
        refuseFuture(target.occurredOn, today);
        const amount = checkedAmount(target.amount, target.schedule);
        if (parent) refuseBeyondParent(state, { ...target, parent, amount });
        return [{ type: 'TargetSet', data: { ...target, amount } }];
      }
      case 'revise-target': {
        const { revision, today } = command;
        const standing = state.get(subjectKey(revision.subject));
        refuseUnless(standing, 'not-found', 'TARGET.UNKNOWN', `没有${inWords(revision)}`);
        refuseFuture(revision.occurredOn, today);
        refuseBefore(revision.occurredOn, standing.since, '上次下达');
        const { parent } = standing;
        const amount = checkedAmount(revision.amount, revision.schedule);
        if (parent) refuseBeyondParent(state, { ...revision, parent, amount });
        refuseBelowParts(state, { ...revision, amount });
        return [{ type: 'TargetRevised', data: { ...revision, amount, ...(parent && { parent }) } }];
      }
    }
  },

  evolve(state, { data: { subject, amount, parent, occurredOn: since } }) {
    return new Map(state).set(subjectKey(subject), { subject, amount, parent, since });
  },
};

function checkedAmount(amount: string, schedule: Schedule): string {
  const fault = schedule.kind === 'monthly' ? scheduleFault(schedule) : undefined;
  refuseUnless(fault === undefined, 'invalid', 'TARGET.BAD_SCHEDULE', `时序${fault ?? ''}`, 'schedule.percent');
  return canonicalMoney(amount);
}

type Claim = Pick<Target, 'subject' | 'amount'> & { readonly overAllotment?: string };

function refuseBeyondParent(state: TargetsState, claim: Claim & { readonly parent: SubjectRef }): void {
  const { parent, subject, amount, overAllotment } = claim;
  const above = state.get(subjectKey(parent));
  refuseUnless(
    above,
    'invalid',
    'TARGET.UNKNOWN_PARENT',
    `上级（${subjectKey(parent)}）没有同年同指标的目标`,
    'parent',
  );
  const left = new Decimal(above.amount).minus(partsOf(state, parent, subject));
  refuseUnless(
    overAllotment !== undefined || left.gte(amount),
    'conflict',
    'TARGET.BEYOND_PARENT',
    `上级目标 ${above.amount} 尚余 ${left.toFixed()}，不足 ${amount}；确需超出的须写明理由（overAllotment）`,
    'amount',
  );
}

function refuseBelowParts(state: TargetsState, { subject, amount, overAllotment }: Claim): void {
  const parts = partsOf(state, subject);
  refuseUnless(
    overAllotment !== undefined || parts.lte(amount),
    'conflict',
    'TARGET.BELOW_PARTS',
    `已分解下达 ${parts.toFixed()}，多于 ${amount}；确需如此的须写明理由（overAllotment）`,
    'amount',
  );
}

/** What a target's parts add up to, one of them left out. */
function partsOf(state: TargetsState, whole: SubjectRef, but?: SubjectRef): Decimal {
  const key = subjectKey(whole);
  let sum = new Decimal(0);
  for (const { parent, subject, amount } of state.values())
    if (parent && subjectKey(parent) === key && !(but && subjectKey(but) === subjectKey(subject)))
      sum = sum.plus(amount);
  return sum;
}

const inWords = ({ subject, metric, year }: Pick<TargetSet['data'], 'subject' | 'metric' | 'year'>): string =>
  `${subjectKey(subject)} ${year} 年的“${metric}”目标`;
