import { formatAddress } from '../address.js';

interface Side {
  readonly code: string;
  readonly name: string;
  readonly path: readonly string[];
}

/** The sides of one view, each at an address of its own. */
export function Sides({ current, sides }: { current: string; sides: readonly Side[] }) {
  return (
    <nav className="picks" aria-label="本页">
      {sides.map(({ code, name, path }) => (
        <a key={code} href={formatAddress({ path, params: {} })} aria-current={code === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
