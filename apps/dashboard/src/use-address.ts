import { useMemo, useSyncExternalStore } from 'react';
import { type Address, formatAddress, parseAddress } from './address.js';

/** The present address; the component renders again when it changes. */
export function useAddress(): Address {
  const fragment = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseAddress(fragment), [fragment]);
}

/** Goes to an address as a new step of the browser's history. */
export function goTo(address: Address): void {
  location.hash = formatAddress(address);
}

/** Goes to an address in place of the present one, as for each letter typed into a search. */
export function replaceBy(address: Address): void {
  history.replaceState(null, '', formatAddress(address));
  // The browser announces only steps, not replacements.
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
