import { useState } from 'react';
import { useVisit } from '../queries.js';

/** Where a visit went and why, read when asked for: a posting itself knows only its day. */
export function VisitCell({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false);
  const { data, error, isLoading } = useVisit(id, isOpen);
  if (!isOpen)
    return (
      <button type="button" className="figure" onClick={() => setOpen(true)}>
        查看
      </button>
    );
  if (error) return error.message;
  if (isLoading || !data) return <span className="muted">正在读取</span>;
  const { place, from, to, leaderDuty, purpose, enterprises = [] } = data;
  return [place, from === to ? from : `${from} 至 ${to}`, leaderDuty, purpose, ...enterprises]
    .filter(Boolean)
    .join('，');
}
