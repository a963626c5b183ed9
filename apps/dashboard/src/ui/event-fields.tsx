import { AMOUNTS, EVENT_IDS, EVIDENCE, FIELDS, UNITS, codeInWords } from '../event-words.js';
import { grouped, shortId } from '../format.js';
import { useUnitNames } from '../queries.js';
import { inWords, stageName } from '../words.js';

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
            {inWords(FIELDS, name)} {valueWords({ type, name, unitName }, value)}
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

interface Field {
  readonly type: string;
  readonly name: string;
  readonly unitName: (code: string) => string;
}

function valueWords(field: Field, value: unknown): string {
  const { type, name, unitName } = field;
  if (Array.isArray(value)) return value.map((each) => itemWords(field, each)).join('、') || '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (AMOUNTS.has(name)) return grouped(value);
  if (UNITS.has(name)) return unitName(value);
  if (name === 'milestone') return stageName(value);
  if (EVENT_IDS.has(name)) return shortId(value);
  return codeInWords(type, name, value);
}

/** One of a list: a paper, a unit's share, an instalment of capital, or an event. */
function itemWords({ name, unitName }: Field, item: unknown): string {
  if (typeof item === 'string') return name === 'eventIds' ? shortId(item) : item;
  const { kind, number, unit, share, by, amount } = item as Readonly<Record<string, string | undefined>>;
  if (name === 'evidence') return [inWords(EVIDENCE, kind ?? 'other'), number].filter(Boolean).join(' ');
  if (unit && share) return `${unitName(unit)} ${share}`;
  if (by && amount) return `${by} 前 ${grouped(amount)} 万元`;
  return JSON.stringify(item);
}
