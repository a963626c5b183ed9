import { useSyncExternalStore } from 'react';
import { splitToken } from './address.js';

const KEY = 'ledger.token';
const listeners = new Set<() => void>();
let isRefused = false;

/** The access token of this tab, if there is one. */
export const currentToken = (): string | null => sessionStorage.getItem(KEY);

/** Keeps the token until the tab closes. */
export function signIn(token: string): void {
  isRefused = false;
  sessionStorage.setItem(KEY, token.trim());
  listeners.forEach((changed) => changed());
}

/** Forgets the token. */
export function signOut(): void {
  sessionStorage.removeItem(KEY);
  listeners.forEach((changed) => changed());
}

/** Forgets the token because the server did not accept it. */
export function refuseToken(): void {
  isRefused = true;
  signOut();
}

/** Whether the last token was refused, rather than given up. */
export const wasRefused = (): boolean => isRefused;

/** Takes the token out of the URL, so that it stays in no history, screenshot or shared link. */
export function adoptTokenOfAddress(): void {
  const { token, rest } = splitToken(location.hash);
  if (!token) return;
  history.replaceState(null, '', rest);
  signIn(token);
}

/** The token; the component renders again when someone signs in or out. */
export const useToken = (): string | null =>
  useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, currentToken);
