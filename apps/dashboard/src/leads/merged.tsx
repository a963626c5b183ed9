import { formatAddress } from '../address.js';
import { type MergedLead } from './answers.js';

/** The leads that were the same as this one, and go on in it. */
export function Merged({ leads }: { leads: readonly MergedLead[] }) {
  if (leads.length === 0) return null;
  return (
    <section aria-labelledby="merged">
      <h2 id="merged">并入本条的线索</h2>
      <ul className="family">
        {leads.map(({ id, title, capturedUnit, capturedOn, mergedOn }) => (
          <li key={id}>
            <a href={formatAddress({ path: ['leads', id], params: {} })}>{title}</a>{' '}
            <span className="muted">
              {capturedUnit.name} {capturedOn} 登记{mergedOn && `，${mergedOn} 并入`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
