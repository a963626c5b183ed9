import { type HistoryEntry } from '../api.js';
import { grouped, shortId } from '../format.js';
import { AMOUNTS, EVIDENCE, FIELDS, GRADES, inWords, stageName } from '../words.js';

interface Props {
  readonly entry: HistoryEntry;
  readonly units: ReadonlyMap<string, string>;
}

/** What an event says, in words; the stored form on demand. */
export function EventData({ entry, units }: Props) {
  // The day has a column of its own.
  const fields = Object.entries(entry.data).filter(([name]) => name !== 'occurredOn');
  return (
    <>
      <b className="event-title">{entry.title}</b>
      <span className="event-fields">
        {fields.map(([name, value]) => (
          <span key={name}>
            {inWords(FIELDS, name)} {valueWords(name, value, units)}
          </span>
        ))}
      </span>
      <details>
        <summary>原始数据</summary>
        <p className="muted">
          {entry.type} · <code>{entry.eventId}</code> · 版本 {entry.revision}
        </p>
        <pre>{JSON.stringify(entry.data, null, 2)}</pre>
      </details>
    </>
  );
}

function valueWords(name: string, value: unknown, units: Props['units']): string {
  if (name === 'evidence' && Array.isArray(value)) return value.map(evidenceWords).join('、') || '无';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (AMOUNTS.has(name)) return grouped(value);
  if (name === 'unit') return units.get(value) ?? value;
  if (name === 'grade') return inWords(GRADES, value);
  if (name === 'milestone') return stageName(value);
  return name === 'eventId' ? shortId(value) : value;
}

function evidenceWords(evidence: { kind?: string; number?: string }): string {
  return [inWords(EVIDENCE, evidence.kind ?? 'other'), evidence.number].filter(Boolean).join(' ');
}
