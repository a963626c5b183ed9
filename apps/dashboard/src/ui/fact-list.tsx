import { type ReactNode } from 'react';

/** A fact by its name; absent when there is nothing to say. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts by name, side by side; those that are absent are left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const isThere = ([, value]: Fact) => value !== undefined && value !== null && value !== false && value !== '';
  return (
    <dl className="summary">
      {facts.filter(isThere).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
