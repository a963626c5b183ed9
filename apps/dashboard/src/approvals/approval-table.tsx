import { formatAddress } from '../address.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { ProjectLink } from '../ui/project-link.js';
import { ShareBar } from '../ui/share-bar.js';
import { inWords } from '../words.js';
import { type Approval } from './answers.js';
import { HOLDERS, STATUSES } from './words.js';

interface Props {
  readonly caption: string;
  readonly approvals: readonly Approval[];
  /** The moment that is looked at; each approval's page opens at it. */
  readonly moment: Readonly<Record<string, string>>;
  /** Whether the approvals are of many projects. */
  readonly ofManyProjects?: boolean;
}

/** Approvals on a day: where each stands, its days used and left, and who has to act. */
export function ApprovalTable({ caption, approvals, moment, ofManyProjects = false }: Props) {
  const project: Column<Approval> = {
    name: '项目',
    cell: (approval) => <ProjectLink {...approval.project} asOf={moment['asOf']} />,
  };
  const [name, ...rest] = columnsAt(moment);
  return (
    <DataTable
      caption={caption}
      className="approvals"
      columns={[name!, ...(ofManyProjects ? [project] : []), ...rest]}
      rows={approvals}
      keyOf={({ id, attempt }) => `${id}.${attempt}`}
    />
  );
}

const columnsAt = (moment: Props['moment']): Column<Approval>[] => [
  {
    name: '事项',
    as: 'head',
    cell: ({ id, name }) => <a href={formatAddress({ path: ['approvals', id], params: moment })}>{name}</a>,
  },
  { name: '审批部门', as: 'short', cell: ({ department }) => department.name },
  { name: '状态', cell: (approval) => <Status approval={approval} /> },
  { name: '由谁办理', as: 'short', cell: ({ holder }) => holder && HOLDERS[holder] },
  { name: '申请', as: 'day', cell: ({ requestedOn }) => requestedOn },
  { name: '受理', as: 'day', cell: ({ acceptedOn }) => acceptedOn },
  { name: '办结', as: 'day', cell: ({ decidedOn }) => decidedOn },
  { name: '期限', as: 'day', cell: ({ limit }) => limit?.dueOn },
  { name: '已用/时限（天）', as: 'number', cell: (approval) => <Used approval={approval} /> },
  { name: '', as: 'bar', cell: (approval) => <UsedBar approval={approval} /> },
  {
    name: '剩余（天）',
    as: 'number',
    cell: ({ limit }) => limit && <span className={limit.remaining < 0 ? 'late' : undefined}>{limit.remaining}</span>,
  },
];

/** Where an approval stands, and what about it is late. */
export function Status({ approval: { status, overdue, limit, owed } }: { approval: Approval }) {
  return (
    <>
      {inWords(STATUSES, status)}
      {overdue && <span className="tag">逾期 {limit?.daysOverdue} 天</span>}
      {owed?.overdue && <span className="tag">材料逾期未补</span>}
    </>
  );
}

/** The days that a limit allows: as promised, else as the statutes say. */
export const allowedBy = ({ promised, statutory }: Approval['terms']): number => promised ?? statutory;

function Used({ approval: { limit } }: { approval: Approval }) {
  return (
    limit && (
      <>
        {limit.used}/{allowedBy(limit)}
        {limit.days === 'working' && <span className="muted"> 工作日</span>}
      </>
    )
  );
}

function UsedBar({ approval: { limit, overdue } }: { approval: Approval }) {
  return limit && <ShareBar part={limit.used / Math.max(1, allowedBy(limit))} tone={overdue ? 'late' : 'plain'} />;
}
