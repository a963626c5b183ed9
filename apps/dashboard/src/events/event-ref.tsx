import { Popover } from 'antd';
import { useState } from 'react';
import { clockTime, shortId } from '../format.js';
import { useEvent, useUnitNames } from '../queries.js';
import { ROLES, inWords } from '../words.js';
import { EventFields } from './event-fields.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { SourceWords } from './source-words.js';

/** Names an event where a number ends, and opens it as the event store holds it. */
export function EventRef({ id, seq }: { id: string; seq: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      placement="left"
      styles={{ container: { width: 440 } }}
      content={<EventCard id={id} />}
    >
      <button type="button" className="figure" aria-expanded={isOpen}>
        {seq && `第 ${seq} 号 `}
        <code>{shortId(id)}</code>
      </button>
    </Popover>
  );
}

function EventCard({ id }: { id: string }) {
  const { data, error, refetch } = useEvent(id);
  const unitName = useUnitNames();
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading rows={4} />;
  const { actor, actingUnit, role, approvedBy, source } = data.metadata;
  const occurredOn = data.data['occurredOn'];
  return (
    <article className="event-card">
      <b>{data.title}</b>
      <p className="as-of">
        第 {data.seq} 号事件 · {clockTime(data.recordedAt)} 记录
        {typeof occurredOn === 'string' && ` · ${occurredOn} 发生`}
      </p>
      <EventFields event={data} />
      <p className="muted">
        经办 {actor}（{unitName(actingUnit)}，{inWords(ROLES, role)}）{approvedBy && `，审批 ${approvedBy}`}
      </p>
      <div className="muted">
        <SourceWords source={source} />
      </div>
    </article>
  );
}
