import { type DayScale, dayScale, daysAfter } from '../ui/day-scale.js';
import { daysBetween } from '../periods.js';
import { DataTable } from '../ui/data-table.js';
import { DayTicks } from '../ui/day-ticks.js';
import { LaneBar } from '../ui/lane-bar.js';
import { inWords } from '../words.js';
import { type ApprovalShown, type Held, type Holder } from './answers.js';
import { EXCLUSION_CAUSES, HOLDERS } from './words.js';

const ORDER: readonly Holder[] = ['department', 'enterprise', 'excluded'];

/** Whose clock: every waiting day as a stretch of its holder's lane, with the day on which the limit ends. */
export function ClockStrip({ shown: { on, approval } }: { shown: ApprovalShown }) {
  const { held, heldDays, requestedOn, decidedOn, limit } = approval;
  if (held.length === 0) return null;
  const end = decidedOn ?? on;
  const scale = dayScale([requestedOn, end, ...(limit ? [limit.dueOn] : [])]);
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">谁的时钟</h2>
      <p className="muted">
        自申请次日至 {end} 共等待 {daysBetween(requestedOn, end)} 天（自然日），逐日记在该办理的一方
      </p>
      <table className="grid clock">
        <caption className="unseen">各方用时</caption>
        <thead>
          <tr>
            <th scope="col">由谁办理</th>
            <th scope="col" className="number">
              用时（天）
            </th>
            <th scope="col" className="lanes" aria-hidden>
              <DayTicks scale={scale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {ORDER.map((holder) => (
            <tr key={holder}>
              <th scope="row">{HOLDERS[holder]}</th>
              <td className="number">{heldDays[holder]}</td>
              <td className="lanes" aria-hidden>
                <Lane holder={holder} held={held} scale={scale} dueOn={limit?.dueOn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {limit && (
        <p className="legend muted" aria-hidden>
          <i className="due" /> 期限 {limit.dueOn}
        </p>
      )}
      <HeldTable approval={approval} />
    </section>
  );
}

interface LaneProps {
  readonly holder: Holder;
  readonly held: readonly Held[];
  readonly scale: DayScale;
  readonly dueOn: string | undefined;
}

function Lane({ holder, held, scale, dueOn }: LaneProps) {
  // A day lasts until the next begins.
  const due = dueOn && scale.at(daysAfter(dueOn, 1));
  return (
    <svg width="100%" height="20">
      {held
        .filter((span) => span.holder === holder)
        .map(({ from, until }) => (
          <LaneBar
            key={from}
            className={`held-${holder}`}
            bar={{ from: scale.at(from), to: scale.at(daysAfter(until, 1)) }}
            y={7}
          />
        ))}
      {due !== undefined && <line className="due" x1={`${due}%`} x2={`${due}%`} y1="0" y2="20" />}
    </svg>
  );
}

function HeldTable({ approval: { held, exclusions } }: { approval: ApprovalShown['approval'] }) {
  const causeOf = ({ holder, from, until }: Held) =>
    holder === 'excluded' ? exclusions.find((span) => span.from <= until && from <= span.until)?.cause : undefined;
  return (
    <DataTable
      caption="逐段用时"
      className="held"
      columns={[
        { name: '由谁办理', as: 'head', cell: ({ holder }) => HOLDERS[holder] },
        { name: '自', as: 'day', cell: ({ from }) => from },
        { name: '至', as: 'day', cell: ({ until }) => until },
        { name: '天数', as: 'number', cell: ({ from, until }) => daysBetween(from, until) + 1 },
        { name: '原因', cell: (span) => inWords(EXCLUSION_CAUSES, causeOf(span) ?? '') },
      ]}
      rows={held}
      keyOf={({ from }) => from}
    />
  );
}
