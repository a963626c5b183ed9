import { useState } from 'react';
import { type Posting, type ScoredIndicator } from '../api.js';
import { useWholeList } from '../queries.js';
import { EventRef } from '../events/event-ref.js';
import { ProblemNote } from '../ui/problem-note.js';
import { ProjectLink } from '../ui/project-link.js';

/** Over which days and up to which `seq` the scores were taken. */
export interface Scope extends Record<string, string> {
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
}

interface Props {
  readonly input: ScoredIndicator['inputs'][number];
  readonly scope: Scope;
}

/** One number of a formula, which opens to the events that make it. */
export function ReceiptEvents({ input: { name, value, eventIds }, scope }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="receipt-input">
      <h4>
        {name} <b>{value}</b>
      </h4>
      {eventIds.length > 0 && (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{eventIds.length} 个事件</summary>
          {isOpen && <EventList eventIds={eventIds} scope={scope} />}
        </details>
      )}
    </section>
  );
}

/** A formula compares units and names events by id only; the postings of the period say what each event is. */
function EventList({ eventIds, scope }: { eventIds: readonly string[]; scope: Scope }) {
  const { data, error, refetch } = useWholeList<Posting>('postings', { ...scope, limit: '500' });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  const facts = new Map((data ?? []).map((posting) => [posting.eventId, posting]));
  return (
    <table className="grid facts">
      <caption className="unseen">事件</caption>
      <thead>
        <tr>
          <th scope="col">业务日</th>
          <th scope="col">单位</th>
          <th scope="col">项目</th>
          <th scope="col">事件</th>
        </tr>
      </thead>
      <tbody>
        {eventIds.map((id) => {
          const fact = facts.get(id);
          return (
            <tr key={id}>
              <td className="day">{fact?.day}</td>
              <td>{fact?.unit.name}</td>
              <td>{fact?.project && <ProjectLink {...fact.project} asOf={scope.asOf} />}</td>
              <td className="event">
                <EventRef id={id} seq={fact?.seq} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
