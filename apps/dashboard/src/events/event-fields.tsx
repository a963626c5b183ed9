import { useUnitNames } from '../queries.js';
import { useVocabulary } from '../vocabulary.js';
import { fieldName } from './field-words.js';
import { valueWords } from './value-words.js';

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
  const wordsOf = useVocabulary();
  // The day has a place of its own beside the fields.
  const fields = Object.entries(data).filter(([name]) => name !== 'occurredOn');
  return (
    <>
      <span className="event-fields">
        {fields.map(([name, value]) => (
          <span key={name}>
            <span className="muted">{fieldName(type, name)}</span>{' '}
            {valueWords({ type, name, unitName, wordsOf }, value)}
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
