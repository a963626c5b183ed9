import { type ProjectTask } from '../api.js';
import { type Column, DataTable } from '../ui/data-table.js';

/** 六定: all that a project was asked to do, by whom, until when, and what came of it; the last ones first. */
export function Tasks({ tasks }: { tasks: readonly ProjectTask[] }) {
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">六定</h2>
      <DataTable caption="六定" columns={COLUMNS} rows={tasks.toReversed()} keyOf={({ eventId }) => eventId} />
    </section>
  );
}

const COLUMNS: readonly Column<ProjectTask>[] = [
  { name: '事项', as: 'head', cell: ({ matter }) => matter },
  { name: '目标任务', cell: ({ target }) => target },
  { name: '牵头领导', as: 'short', cell: ({ leader }) => leader },
  { name: '责任单位', as: 'short', cell: (task) => <Holder task={task} /> },
  { name: '工作要求', cell: ({ requirement }) => requirement },
  { name: '落实', as: 'day', cell: ({ on }) => on },
  { name: '办结时间', as: 'day', cell: ({ due }) => due },
  { name: '办结', as: 'day', cell: ({ done }) => done?.on },
  { name: '办结情况', cell: (task) => <Outcome task={task} /> },
  {
    name: '逾期（天）',
    as: 'number',
    cell: ({ daysOverdue }) => daysOverdue > 0 && <span className="late">{daysOverdue}</span>,
  },
];

/** Who was told to, and who has to since the project was handed over. */
const Holder = ({ task: { unit, holder } }: { task: ProjectTask }) => (
  <>
    {unit.name}
    {holder.code !== unit.code && <div className="muted">现由 {holder.name}</div>}
  </>
);

function Outcome({ task: { done, closedOn } }: { task: ProjectTask }) {
  if (done) return done.result;
  return closedOn === undefined ? '未办结' : <span className="muted">{closedOn} 起不再有效</span>;
}
