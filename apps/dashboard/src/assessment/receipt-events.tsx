import { type Posting, type ScoredIndicator } from '../api.js';
import { shortId } from '../format.js';
import { ProjectLink } from '../ui/project-link.js';

interface Props {
  readonly input: ScoredIndicator['inputs'][number];
  /** Postings by event id. */
  readonly facts: ReadonlyMap<string, Posting>;
  readonly asOf: string;
}

/** Longer lists start closed. */
const OPEN_UP_TO = 20;

/** One number of a formula, opened to the events that make it. */
export function ReceiptEvents({ input: { name, value, eventIds }, facts, asOf }: Props) {
  const ofProjects = eventIds.some((id) => facts.get(id)?.project);
  return (
    <section className="receipt-input">
      <h3>
        {name} <b>{value}</b>
      </h3>
      {eventIds.length > 0 && (
        <details open={eventIds.length <= OPEN_UP_TO}>
          <summary>{eventIds.length} 个事件</summary>
          <table className="grid facts">
            <caption className="unseen">{name}的事件</caption>
            <thead>
              <tr>
                <th scope="col">业务日</th>
                {ofProjects && <th scope="col">项目</th>}
                <th scope="col">事件</th>
              </tr>
            </thead>
            <tbody>
              {eventIds.map((id) => {
                const fact = facts.get(id);
                return (
                  <tr key={id}>
                    <td className="day">{fact?.day}</td>
                    {ofProjects && <td>{fact?.project && <ProjectLink {...fact.project} asOf={asOf} />}</td>}
                    <td className="event" title={id}>
                      {fact && `第 ${fact.seq} 号 `}
                      <code>{shortId(id)}</code>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </details>
      )}
    </section>
  );
}
