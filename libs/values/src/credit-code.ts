/** A unified social credit code (统一社会信用代码, GB 32100): 18 characters, the last a check character. */
export type CreditCode = string;

// The standard leaves out I, O, Z, S and V.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const MODULUS = 31;
const BASE = 3;

/** The one spelling of a code: upper case, without spaces. */
export const canonicalCreditCode = (text: string): CreditCode => text.replace(/\s/g, '').toUpperCase();

/**
 * What is wrong with a code: its form, or its check character; `undefined` when it is sound.
 * Some codes in use fail the check, so a fault is a reason to look again, never to refuse (features.md L1).
 */
export function creditCodeFault(text: string): 'form' | 'checksum' | undefined {
  const code = canonicalCreditCode(text);
  const values = Array.from(code, (character) => ALPHABET.indexOf(character));
  if (values.length !== LENGTH || values.includes(-1)) return 'form';
  return values.at(-1) === checkValue(values) ? undefined : 'checksum';
}

function checkValue(values: readonly number[]): number {
  let weight = 1;
  let sum = 0;
  for (const value of values.slice(0, -1)) {
    sum += value * weight;
    weight = (weight * BASE) % MODULUS;
  }
  return (MODULUS - (sum % MODULUS)) % MODULUS;
}
