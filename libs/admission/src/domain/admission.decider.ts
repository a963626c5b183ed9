import { type Decider, refuseBefore, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type AccountCode, type Day, type Evidence, type UnitCode } from '#libs/values';
import {
  type AdmissionEvent,
  type AdmissionOverridden,
  type AdmissionReviewed,
  type ReviewFacts,
} from './admission.events.js';
import { type Judgement, type Scoring, checkResults, qualityOf } from './review.js';
import { type AdmissionRules } from './rules.events.js';
import { ADMISSION_TITLES } from './titles.js';

/** The project as it is when it is reviewed. */
export interface ReviewedProject {
  readonly unit: UnitCode;
  readonly name: string;
  /** Found never to have been such a project. */
  readonly fake?: boolean;
}

export type AdmissionCommand = { readonly today: Day; readonly occurredOn: Day; readonly evidence?: Evidence[] } & (
  | {
      readonly kind: 'review-admission';
      readonly project: ReviewedProject;
      /** In force on the day of the review. */
      readonly rules: AdmissionRules | undefined;
      readonly facts: ReviewFacts;
      readonly judgements: readonly Judgement[];
      readonly scores: readonly Scoring[];
    }
  | {
      readonly kind: 'override-admission';
      readonly unit: UnitCode;
      /** Who records it, who may not approve it too. */
      readonly recordedBy: string;
      readonly approver: AccountCode;
      readonly reason: string;
    }
);

/** Every review and override, the oldest first. */
export type AdmissionState = readonly (
  | { readonly kind: 'review'; readonly data: AdmissionReviewed['data'] }
  | { readonly kind: 'override'; readonly data: AdmissionOverridden['data'] }
)[];

/** 项目准入 (features.md L9): reviewed by the rules of the day, again if need be; let in against a review only by name. */
export const admissionDecider: Decider<AdmissionCommand, AdmissionState, AdmissionEvent> = {
  knows: ADMISSION_TITLES,
  initialState: [],

  decide(command, state) {
    const { today, occurredOn, evidence = [] } = command;
    refuseFuture(occurredOn, today);
    const last = state.at(-1);
    if (last) refuseBefore(occurredOn, last.data.occurredOn, '上次评审');
    if (command.kind === 'override-admission') {
      const { unit, recordedBy, approver, reason } = command;
      refuseUnless(
        last?.kind === 'review' && last.data.verdict === 'refused',
        'conflict',
        'ADMISSION.NOTHING_TO_OVERRIDE',
        '项目没有未通过的准入评审，无需特批',
      );
      refuseUnless(approver !== recordedBy, 'invalid', 'ADMISSION.OWN_APPROVAL', '登记人不能自行特批', 'approver');
      return [{ type: 'AdmissionOverridden', data: { unit, approver, reason, evidence, occurredOn } }];
    }
    const { project, rules, facts, judgements, scores } = command;
    refuseUnless(rules, 'conflict', 'ADMISSION.NO_RULES', '评审当日没有现行的准入规则', 'occurredOn');
    const results = checkResults(rules, facts, judgements);
    const quality = qualityOf(rules, scores);
    const verdict = quality.passed && results.every(({ passed }) => passed) ? 'admitted' : 'refused';
    const data = { policyVersion: rules.version, facts, results, quality, verdict, evidence, occurredOn } as const;
    return [{ type: 'AdmissionReviewed', data: { unit: project.unit, projectName: project.name, ...data } }];
  },

  evolve: (state, event) => [
    ...state,
    event.type === 'AdmissionReviewed' ? { kind: 'review', data: event.data } : { kind: 'override', data: event.data },
  ],
};
