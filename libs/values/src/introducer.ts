import { type CreditCode, canonicalCreditCode, creditCodeFault } from './credit-code.js';

/** Who brought an investor in (以商引商, features.md P13): an enterprise by its code or by its project, one of the two; never a person. */
export interface Introducer {
  creditCode?: CreditCode;
  projectId?: string;
}

/**
 * What is wrong with naming this introducer of the enterprise of `introduced`: not named in one of the two ways; a code
 * with a slip, which names nobody, as there is no name beside it to go by; or the enterprise itself.
 */
export function introducerFault(
  { creditCode, projectId }: Introducer,
  introduced: CreditCode | undefined,
): 'unclear' | 'credit-code' | 'itself' | undefined {
  if ((creditCode === undefined) === (projectId === undefined)) return 'unclear';
  if (creditCode === undefined) return undefined;
  if (creditCodeFault(creditCode) !== undefined) return 'credit-code';
  const isSame = introduced !== undefined && canonicalCreditCode(introduced) === canonicalCreditCode(creditCode);
  return isSame ? 'itself' : undefined;
}

/** The introducer in one spelling. */
export const canonicalIntroducer = ({ creditCode, projectId }: Introducer): Introducer =>
  creditCode === undefined ? { projectId } : { creditCode: canonicalCreditCode(creditCode) };
