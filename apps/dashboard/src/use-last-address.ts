import { useEffect, useRef } from 'react';
import { type Address } from './address.js';

/** Remembers the last address of each view, so that going to another view and back loses no choice. */
export function useLastAddress(address: Address): (view: string) => Address {
  const visited = useRef(new Map<string, Address>());
  useEffect(() => {
    const [view] = address.path;
    if (view) visited.current.set(view, address);
  }, [address]);
  return (view) =>
    address.path[0] === view
      ? { path: [view], params: {} }
      : (visited.current.get(view) ?? { path: [view], params: {} });
}
