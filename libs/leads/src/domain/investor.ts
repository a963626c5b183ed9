import { type Decider, type DomainEvent, refuseUnless } from '#libs/eventsourcing';
import { type CreditCode, canonicalCreditCode, creditCodeFault, derivedId } from '#libs/values';

/** An enterprise as a lead names it. */
export interface Investor {
  readonly enterprise: string;
  readonly creditCode?: CreditCode;
}

/** Whoever has this credit code is the investor whose first contacts stand in `stream`, whatever name is written. */
export type InvestorIdentified = DomainEvent<
  'InvestorIdentified',
  { readonly creditCode: CreditCode; readonly enterprise: string; readonly stream: string }
>;

export interface IdentifyInvestor {
  readonly kind: 'identify-investor';
  readonly investor: InvestorIdentified['data'];
}

/** The stream of first contacts; `undefined` until the credit code has been met. */
export type InvestorState = string | undefined;

/** A credit code is bound to one stream of first contacts, once. */
export const investorDecider: Decider<IdentifyInvestor, InvestorState, InvestorIdentified> = {
  initialState: undefined,
  decide({ investor }, state) {
    refuseUnless(!state, 'conflict', 'INVESTOR.ALREADY_IDENTIFIED', '该信用代码已对应一个投资方');
    return [{ type: 'InvestorIdentified', data: investor }];
  },
  evolve: (_state, { data }) => data.stream,
};

/** A name without spaces, marks, widths and letter case: what two spellings of one name have in common. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s()·.,，。、《》“”"'-]/g, '')
    .toLowerCase();

/** The stream of first contacts of whoever bears the name. */
export const firstContactStream = (enterprise: string): string =>
  `first-contact-${derivedId('investor', normalName(enterprise))}`;

/** The stream that says whose first contacts a credit code's are; `undefined` without a sound code. */
export const investorStream = ({ creditCode }: Investor): string | undefined =>
  creditCode !== undefined && creditCodeFault(creditCode) === undefined
    ? `investor-${canonicalCreditCode(creditCode)}`
    : undefined;
