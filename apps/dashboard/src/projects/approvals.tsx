import { usePages } from '../queries.js';
import { ListEnd } from '../ui/list-end.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { ShareBar } from '../ui/share-bar.js';
import { inWords } from '../words.js';
import { type Approval } from './answers.js';

const STATUSES = {
  requested: '已申请、未受理',
  supplementing: '待补正',
  accepted: '已受理',
  granted: '已批准',
  refused: '不予批准',
  withdrawn: '已撤回',
  revoked: '已失效',
};

/** Whose clock runs. */
const HOLDERS = { department: '审批部门', enterprise: '企业', excluded: '不计时限' };

/** A project's approvals on a day: where each stands, its days used and left, and who has to act. */
export function Approvals({ project, on, asOf }: { project: string; on?: string; asOf?: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages<Approval>('approvals', {
    project,
    on,
    asOf,
    limit: '100',
  });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading rows={4} />;
  const approvals = data.pages.flatMap(({ rows }) => rows);
  if (approvals.length === 0) return null;
  return (
    <section aria-labelledby="approvals">
      <h2 id="approvals">审批</h2>
      <table className="grid approvals">
        <caption className="unseen">审批事项，截至 {data.pages[0]!.on}</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">审批部门</th>
            <th scope="col">状态</th>
            <th scope="col">由谁办理</th>
            <th scope="col">申请</th>
            <th scope="col">受理</th>
            <th scope="col">办结</th>
            <th scope="col">期限</th>
            <th scope="col" className="number">
              已用/时限（天）
            </th>
            <th scope="col" aria-hidden />
            <th scope="col" className="number">
              剩余（天）
            </th>
          </tr>
        </thead>
        <tbody>
          {approvals.map((approval) => (
            <ApprovalRow key={approval.id} approval={approval} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <ListEnd
          count={approvals.length}
          measure="项"
          nothing=""
          hasMore
          isLoading={isFetchingNextPage}
          onMore={fetchNextPage}
        />
      )}
    </section>
  );
}

function ApprovalRow({ approval: { limit, ...approval } }: { approval: Approval }) {
  const allowed = limit && (limit.promised ?? limit.statutory);
  return (
    <tr>
      <th scope="row">{approval.name}</th>
      <td>{approval.department.name}</td>
      <td>
        {inWords(STATUSES, approval.status)}
        {approval.overdue && <span className="tag">逾期 {limit?.daysOverdue} 天</span>}
        {approval.owed?.overdue && <span className="tag">材料逾期未补</span>}
      </td>
      <td>{approval.holder && inWords(HOLDERS, approval.holder)}</td>
      <td className="day">{approval.requestedOn}</td>
      <td className="day">{approval.acceptedOn}</td>
      <td className="day">{approval.decidedOn}</td>
      <td className="day">{limit?.dueOn}</td>
      <td className="number">
        {limit && `${limit.used}/${allowed}`}
        {limit?.days === 'working' && <span className="muted"> 工作日</span>}
      </td>
      <td className="bar-cell">
        {limit && <ShareBar part={limit.used / Math.max(1, allowed!)} tone={approval.overdue ? 'late' : 'plain'} />}
      </td>
      <td className={limit && limit.remaining < 0 ? 'number late' : 'number'}>{limit?.remaining}</td>
    </tr>
  );
}
