/** Facts by name, side by side; those that are absent are left out. */
export function FactList({
  facts,
}: {
  facts: readonly (readonly [name: string, value: string | false | undefined])[];
}) {
  return (
    <dl className="summary">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
