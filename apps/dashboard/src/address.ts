/**
 * Where the reader is, as the URL's fragment holds it: `#/league/start-rate?from=2022-01-01&to=2022-09-30`.
 * The whole view stands in it, so that a link shows another reader the same thing.
 */
export interface Address {
  readonly path: readonly string[];
  readonly params: Readonly<Record<string, string>>;
}

/** Reads a fragment, with or without its `#`. What can't be decoded is kept as it stands. */
export function parseAddress(fragment: string): Address {
  const [path = '', query = ''] = fragment.replace(/^#/, '').split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decoded),
    params: Object.fromEntries(new URLSearchParams(query)),
  };
}

/** The fragment of an address, with its `#`. */
export function formatAddress({ path, params }: Address): string {
  const query = new URLSearchParams(params).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${query && `?${query}`}`;
}

/** The same address with some parameters changed; `undefined` and empty text take one away. */
export function withParams(address: Address, changes: Readonly<Record<string, string | undefined>>): Address {
  const kept = Object.entries({ ...address.params, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return { path: address.path, params: Object.fromEntries(kept) };
}

/** A fragment's access token, and the fragment without it. The token comes alone or among the parameters. */
export function splitToken(fragment: string): { token?: string; rest: string } {
  const bare = fragment.replace(/^#/, '');
  if (bare.startsWith('token=')) {
    const { token } = Object.fromEntries(new URLSearchParams(bare));
    return { token, rest: '#/' };
  }
  const { token, ...params } = parseAddress(bare).params;
  return token ? { token, rest: formatAddress({ path: parseAddress(bare).path, params }) } : { rest: fragment };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
