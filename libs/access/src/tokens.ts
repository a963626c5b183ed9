import {
  type JWTVerifyGetKey,
  type CryptoKey,
  SignJWT,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  jwtVerify,
} from 'jose';
import { isUnitCode } from '#libs/values';
import { type Actor, isRole } from './roles.js';

const ALGORITHM = 'EdDSA';
const ISSUER = 'investment-ledger';

/** A private key as PKCS #8 text, for signing tokens on one machine. */
export async function createSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportPKCS8(privateKey);
}

/** Reads a key that `createSigningKey` wrote. @throws when the text is no such key. */
export const readSigningKey = (pkcs8: string): Promise<CryptoKey> =>
  importPKCS8(pkcs8, ALGORITHM, { extractable: true });

/** The public half, in the form that a verifier takes (a JSON Web Key Set). */
export async function publicKeySet(signingKey: CryptoKey) {
  const { d, ...key } = await exportJWK(signingKey);
  return { keys: [{ ...key, alg: ALGORITHM, use: 'sig' }] };
}

/** A bearer token for an actor. `lifetime` is a span such as `30d`. */
export const signToken = (signingKey: CryptoKey, { id, unit, role }: Actor, lifetime = '30d'): Promise<string> =>
  new SignJWT({ unit, role })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(id)
    .setIssuer(ISSUER)
    .setIssuedAt()
    .setExpirationTime(lifetime)
    .sign(signingKey);

/** The actor whom a token names; `undefined` when it isn't signed by our keys, is too old, or lacks a claim. */
export async function verifyToken(token: string, keys: JWTVerifyGetKey): Promise<Actor | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, { issuer: ISSUER, requiredClaims: ['sub', 'exp'] });
    const { sub, unit, role } = payload;
    return sub && isUnitCode(unit) && isRole(role) ? { id: sub, unit, role } : undefined;
  } catch {
    return undefined;
  }
}
