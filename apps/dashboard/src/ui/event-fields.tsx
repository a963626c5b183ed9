import { grouped, shortId } from '../format.js';
import { useUnitNames } from '../queries.js';
import { AMOUNTS, CODED_FIELDS, EVIDENCE, FIELDS, inWords, stageName } from '../words.js';

/** What every event says of itself, wherever it is shown. */
export interface EventText {
  readonly eventId: string;
  readonly type: string;
  readonly revision: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What an event says, in words; the stored form on demand. */
export function EventFields({ event: { eventId, type, revision, data } }: { event: EventText }) {
  const unitName = useUnitNames();
  // The day has a place of its own beside the fields.
  const fields = Object.entries(data).filter(([name]) => name !== 'occurredOn');
  return (
    <>
      <span className="event-fields">
        {fields.map(([name, value]) => (
          <span key={name}>
            {inWords(FIELDS, name)} {valueWords(name, value, unitName)}
          </span>
        ))}
      </span>
      <details>
        <summary>原始数据</summary>
        <p className="muted">
          {type} · <code>{eventId}</code> · 版本 {revision}
        </p>
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </details>
    </>
  );
}

function valueWords(name: string, value: unknown, unitName: (code: string) => string): string {
  if (name === 'evidence' && Array.isArray(value)) return value.map(evidenceWords).join('、') || '无';
  if (Array.isArray(value)) return value.join('、');
  if (typeof value !== 'string') return JSON.stringify(value);
  if (AMOUNTS.has(name)) return grouped(value);
  if (name === 'unit') return unitName(value);
  if (name === 'milestone') return stageName(value);
  if (name === 'eventId') return shortId(value);
  return inWords(CODED_FIELDS[name] ?? {}, value);
}

function evidenceWords(evidence: { kind?: string; number?: string }): string {
  return [inWords(EVIDENCE, evidence.kind ?? 'other'), evidence.number].filter(Boolean).join(' ');
}
