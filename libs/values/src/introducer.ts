import { type CreditCode } from './credit-code.js';

/** Who brought an investor in (以商引商, features.md P13): an enterprise by its code or by its project, one of the two; never a person. */
export interface Introducer {
  creditCode?: CreditCode;
  projectId?: string;
}
