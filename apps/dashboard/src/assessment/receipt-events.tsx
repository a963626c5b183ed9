import { type Posting, type ScoredIndicator } from '../api.js';
import { shortId } from '../format.js';
import { ProjectLink } from '../ui/project-link.js';

interface Props {
  readonly input: ScoredIndicator['inputs'][number];
  /** Postings by event id. */
  readonly facts: ReadonlyMap<string, Posting>;
  readonly asOf: string;
}

/** One number of a formula, opened to the events that make it. */
export function ReceiptEvents({ input: { name, value, eventIds }, facts, asOf }: Props) {
  return (
    <section className="receipt-input">
      <h3>
        {name} <b>{value}</b>
      </h3>
      {eventIds.length > 0 && (
        <details open={eventIds.length <= 60}>
          <summary>{eventIds.length} 个事件</summary>
          <ol className="receipt-events">
            {eventIds.map((id) => {
              const fact = facts.get(id);
              return (
                <li key={id} title={id}>
                  <code>{shortId(id)}</code>
                  {fact && (
                    <>
                      <span className="day">{fact.day}</span>
                      {fact.project && <ProjectLink {...fact.project} asOf={asOf} />}
                    </>
                  )}
                </li>
              );
            })}
          </ol>
        </details>
      )}
    </section>
  );
}
