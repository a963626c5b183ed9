import { ApprovalTable } from '../approvals/approval-table.js';
import { type Approval } from '../approvals/answers.js';
import { usePages } from '../queries.js';
import { ListEnd } from '../ui/list-end.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';

/** A project's approvals on a day. */
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
      <ApprovalTable
        caption={`审批事项，截至 ${data.pages[0]!.on}`}
        approvals={approvals}
        moment={{ ...(on && { on }), ...(asOf && { asOf }) }}
      />
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
