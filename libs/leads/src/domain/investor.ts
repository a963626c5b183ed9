import { type Decider, refuseFuture, refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, type Day, canonicalCreditCode, creditCodeFault, derivedId } from '#libs/values';
import { type InvestorCorrected, type InvestorEvent, type InvestorIdentified } from './investor.events.js';
import { LEAD_TITLES } from './titles.js';

/** An enterprise as a lead names it. */
export interface Investor {
  readonly enterprise: string;
  readonly creditCode?: CreditCode;
}

export type InvestorCommand =
  | { readonly kind: 'identify-investor'; readonly investor: InvestorIdentified['data'] }
  | { readonly kind: 'correct-investor'; readonly correction: InvestorCorrected['data']; readonly today: Day };

export interface KnownInvestor {
  /** The event that says so. */
  readonly eventId: string;
  readonly enterprise: string;
  /** The stream of its first contacts. */
  readonly stream: string;
  /** Every stream that the credit code was ever bound to, the present one last. */
  readonly streams: readonly string[];
}
/** `undefined` until the credit code has been met. */
export type InvestorState = KnownInvestor | undefined;

/** A credit code is bound to one stream of first contacts, once; a wrong binding is said anew (features.md L6, P12). */
export const investorDecider: Decider<InvestorCommand, InvestorState, InvestorEvent> = {
  knows: LEAD_TITLES,
  initialState: undefined,

  decide(command, state) {
    if (command.kind === 'correct-investor') return correct(command.correction, command.today, state);
    refuseUnless(!state, 'conflict', 'INVESTOR.ALREADY_IDENTIFIED', '该信用代码已对应一个投资方');
    return [{ type: 'InvestorIdentified', data: command.investor }];
  },

  evolve: (state, { id: eventId, data: { enterprise, stream } }) => ({
    eventId,
    enterprise,
    stream,
    streams: [...(state?.streams ?? []).filter((each) => each !== stream), stream],
  }),
};

function correct(data: InvestorCorrected['data'], today: Day, state: InvestorState): InvestorEvent[] {
  refuseUnless(state, 'not-found', 'INVESTOR.UNKNOWN', '该信用代码尚未对应投资方');
  const stands = data.correctsEventId === state.eventId;
  refuseUnless(stands, 'conflict', 'INVESTOR.NOTHING_TO_CORRECT', '所指事件不是有效的记录', 'correctsEventId');
  const other = data.stream !== state.stream;
  refuseUnless(other, 'conflict', 'INVESTOR.SAME_INVESTOR', '该信用代码已对应这一投资方', 'enterprise');
  refuseFuture(data.occurredOn, today);
  return [{ type: 'InvestorCorrected', data }];
}

/** A name without spaces, marks, widths and letter case: what two spellings of one name have in common. */
const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()·.,，。、《》“”"'-]/g, '')
    .toLowerCase();

/** The stream of first contacts of whoever bears the name. */
export const firstContactStream = (enterprise: string): string =>
  `first-contact-${derivedId('investor', normalName(enterprise))}`;

/** The stream that says whose first contacts a credit code's are; `undefined` without a sound code. */
export const investorStream = ({ creditCode }: Pick<Investor, 'creditCode'>): string | undefined =>
  creditCode !== undefined && creditCodeFault(creditCode) === undefined
    ? `investor-${canonicalCreditCode(creditCode)}`
    : undefined;
