import { type CreditCode, canonicalCreditCode, creditCodeFault } from './credit-code.js';
import { isId } from './identity.js';

/** Who brought an investor in (以商引商, features.md P13): an enterprise by its code or by its project, one of the two; never a person. */
export interface Introducer {
  creditCode?: CreditCode;
  projectId?: string;
}

/** What is wrong with an introducer: the end of a refusal's code, words for people, and the field. */
export interface IntroducerFault {
  readonly code: 'INTRODUCER_UNCLEAR' | 'INTRODUCER_CREDIT_CODE' | 'INTRODUCED_BY_ITSELF';
  readonly words: string;
  readonly field: string;
}

const UNCLEAR: IntroducerFault = {
  code: 'INTRODUCER_UNCLEAR',
  words: '引荐企业须以统一社会信用代码或其项目编号写明，二者填一',
  field: 'introducer',
};
const CREDIT_CODE: IntroducerFault = {
  code: 'INTRODUCER_CREDIT_CODE',
  words: '引荐企业须填校验无误的 18 位统一社会信用代码',
  field: 'introducer.creditCode',
};
const ITSELF: IntroducerFault = {
  code: 'INTRODUCED_BY_ITSELF',
  words: '企业不能由自身引荐',
  field: 'introducer.creditCode',
};

/**
 * What is wrong with naming this introducer of the enterprise of `introduced`: not named in one of the two ways; a code
 * with a slip, which names nobody, as there is no name beside it to go by; or the enterprise itself.
 */
export function introducerFault(
  { creditCode, projectId }: Introducer,
  introduced: CreditCode | undefined,
): IntroducerFault | undefined {
  if ((creditCode === undefined) === (projectId === undefined)) return UNCLEAR;
  if (creditCode === undefined) return undefined;
  if (creditCodeFault(creditCode) !== undefined) return CREDIT_CODE;
  const isSame = introduced !== undefined && canonicalCreditCode(introduced) === canonicalCreditCode(creditCode);
  return isSame ? ITSELF : undefined;
}

/** What an introducer is looked for by, in one spelling: its code, or its project's id. */
export const introducerKey = (text: string): string => (isId(text) ? text.toLowerCase() : canonicalCreditCode(text));

/** The introducer in one spelling. */
export const canonicalIntroducer = ({ creditCode, projectId }: Introducer): Introducer =>
  creditCode === undefined ? { projectId } : { creditCode: canonicalCreditCode(creditCode) };
