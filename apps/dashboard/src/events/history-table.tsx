import { useId } from 'react';
import { type HistoryEntry } from '../api.js';
import { clockTime, shortId } from '../format.js';
import { EventFields } from './event-fields.js';
import { SourceWords } from './source-words.js';
import { ROLES, inWords } from '../words.js';

interface Props {
  readonly entries: readonly HistoryEntry[];
  readonly on: string | undefined;
  readonly title?: string;
}

/** Every event of a thing: when it happened and when it was recorded, who, on whose word, what, and from where. */
export function HistoryTable({ entries, on, title = '事件全录' }: Props) {
  const id = useId();
  const findings = new Map(entries.map(({ eventId, data }) => [eventId, data['finding']]));
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="grid history">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              序号
            </th>
            <th scope="col">发生日</th>
            <th scope="col">记录时间</th>
            <th scope="col">事项</th>
            <th scope="col">经办</th>
            <th scope="col">审批</th>
            <th scope="col">来源</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.eventId} className={classOf(entry, on)}>
              <td className="number">{entry.seq ?? <span className="muted">待编号</span>}</td>
              <td className="day">{entry.occurredOn}</td>
              <td className="day">{clockTime(entry.recordedAt)}</td>
              <td className="what">
                <b className="event-title">{entry.title}</b>
                <EventFields event={entry} />
                {entry.correctedBy && (
                  <p className="void-note">已更正，以新登记为准（事件 {shortId(entry.correctedBy)}）</p>
                )}
                {entry.voidedBy && <Void finding={findings.get(entry.voidedBy)} by={entry.voidedBy} />}
              </td>
              <td>
                {entry.actor}
                <div className="muted">
                  {entry.actingUnit.name} {inWords(ROLES, entry.role)}
                </div>
              </td>
              <td>{entry.approvedBy ?? <span className="muted">无</span>}</td>
              <td>
                <SourceWords source={entry.source} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Void({ finding, by }: { finding: unknown; by: string }) {
  return (
    <p className="void-note">
      已作废{typeof finding === 'string' && `：${finding}`}（事件 {shortId(by)}）
    </p>
  );
}

/** A void or corrected event is struck through; one that lies after the chosen day is not yet part of the state. */
const classOf = ({ voidedBy, correctedBy, occurredOn }: HistoryEntry, on: string | undefined): string =>
  [(voidedBy ?? correctedBy) && 'voided', on && occurredOn > on && 'later'].filter(Boolean).join(' ');
