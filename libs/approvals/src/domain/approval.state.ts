import { type Recorded, type Stepwise, stepwise } from '#libs/eventsourcing';
import { type Day, type Sha256, addDays } from '#libs/values';
import { type ApprovalRequested, type ApprovalStep, type ExclusionCause } from './approval.events.js';
import { type Owed, afterSupply } from './owed.js';

/** Days that count towards no limit, both ends included. */
export interface Exclusion {
  readonly cause: ExclusionCause;
  readonly from: Day;
  readonly until: Day;
}

export const STATUSES = [
  'requested',
  'supplementing',
  'accepted',
  'granted',
  'refused',
  'withdrawn',
  'revoked',
] as const;
export type Status = (typeof STATUSES)[number];

/** The last attempt at an approval. */
export interface Approval extends Stepwise, Readonly<Omit<ApprovalRequested['data'], 'evidence' | 'occurredOn'>> {
  /** Attempts so far, this one included: a refused or withdrawn approval can be requested anew. */
  readonly attempt: number;
  readonly status: Status;
  /** The day of the last step: the next can't lie before it. */
  readonly since: Day;
  readonly requestedOn: Day;
  readonly supplements: readonly { readonly askedOn: Day; readonly suppliedOn?: Day }[];
  readonly acceptedOn?: Day;
  readonly owed?: Owed;
  readonly exclusions: readonly Exclusion[];
  /** The day on which it was granted, refused or withdrawn, and the event that says so. */
  readonly decidedOn?: Day;
  readonly outcome?: 'granted' | 'refused' | 'withdrawn';
  readonly decision?: string;
  /** The number printed on the paper that was granted, and its file. */
  readonly number?: string;
  readonly file?: Sha256;
  readonly revokedOn?: Day;
}

/** `undefined` until it is requested. */
export type ApprovalState = Approval | undefined;

const later = (one: Day, other: Day): Day => (one > other ? one : other);

const request = (state: ApprovalState, { data }: ApprovalRequested): Approval => {
  const { evidence, occurredOn, ...terms } = data;
  return {
    ...terms,
    attempt: (state?.attempt ?? 0) + 1,
    status: 'requested',
    since: occurredOn,
    requestedOn: occurredOn,
    supplements: [],
    exclusions: [],
    steps: [],
  };
};

/** The exclusion that holds on `day` ends the day before. */
const cutShort = (exclusions: readonly Exclusion[], day: Day): Exclusion[] =>
  exclusions.map((span) => (span.from <= day && day <= span.until ? { ...span, until: addDays(day, -1) } : span));

/** What an approval is after one more step. */
function evolve(state: ApprovalState, event: Recorded<ApprovalStep>): ApprovalState {
  if (event.type === 'ApprovalRequested') return request(state, event);
  const { occurredOn } = event.data;
  const approval = { ...(state as Approval), since: later((state as Approval).since, occurredOn) };
  const decided = (outcome: NonNullable<Approval['outcome']>): Approval => ({
    ...approval,
    status: outcome,
    outcome,
    decidedOn: occurredOn,
    decision: event.id,
  });
  switch (event.type) {
    case 'ApprovalSupplementAsked': {
      const supplements = [...approval.supplements, { askedOn: occurredOn }];
      return { ...approval, status: 'supplementing', supplements };
    }
    case 'ApprovalSupplementSupplied': {
      const supplements = approval.supplements.map((each) => ({ suppliedOn: occurredOn, ...each }));
      return { ...approval, status: 'requested', supplements };
    }
    case 'ApprovalAccepted': {
      const { missing } = event.data;
      const owed =
        missing && ({ kind: 'papers', items: missing.papers, codes: missing.items, by: missing.by } as const);
      return { ...approval, status: 'accepted', acceptedOn: occurredOn, owed };
    }
    case 'CommitmentAccepted': {
      const { conditions, items: codes = [], by } = event.data;
      const names = codes.map((code) => approval.listed?.materials.find((each) => each.code === code)?.name ?? code);
      const owed = { kind: 'commitment', items: [...conditions, ...names], codes, by } as const;
      return { ...approval, status: 'accepted', acceptedOn: occurredOn, owed };
    }
    case 'ApprovalOwedSupplied':
      return { ...approval, owed: approval.owed && afterSupply(approval.owed, event.data) };
    case 'ApprovalClockExcluded': {
      const { cause, from, until } = event.data;
      return { ...approval, exclusions: [...approval.exclusions, { cause, from, until }] };
    }
    case 'ApprovalClockResumed':
      return { ...approval, exclusions: cutShort(approval.exclusions, occurredOn) };
    case 'ApprovalGranted':
      return { ...decided('granted'), number: event.data.number, file: event.data.evidence[0]?.sha256 };
    case 'ApprovalRefused':
      return decided('refused');
    case 'ApprovalWithdrawn':
      return decided('withdrawn');
    case 'ApprovalRevoked':
      return { ...approval, status: 'revoked', revokedOn: occurredOn };
  }
}

/** What an approval is after one more event; a new attempt is a new beginning. */
export const evolveApproval = stepwise(evolve, { voided: 'ApprovalStepVoided', begins: ['ApprovalRequested'] });
