import { Button } from 'antd';
import { type Posting } from '../api.js';
import { grouped } from '../format.js';
import { type Query } from '../http.js';
import { usePages } from '../queries.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { GRADES, inWords } from '../words.js';
import { ProjectLink } from '../ui/project-link.js';
import { EventRef } from '../events/event-ref.js';

/** The postings that a count is the sum of, reversals (红冲) included. */
export function CountFacts({ metric, params }: { metric: string; params: Query }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages<Posting>('postings', {
    metric,
    limit: '500',
    ...params,
  });
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const postings = data.pages.flatMap(({ rows }) => rows);
  const ofProjects = postings.some(({ project }) => project);
  const ofManyUnits = !params['unit'];
  return (
    <>
      <table className="grid facts">
        <caption className="unseen">明细</caption>
        <thead>
          <tr>
            <th scope="col">业务日</th>
            {ofManyUnits && <th scope="col">单位</th>}
            {ofProjects && (
              <>
                <th scope="col">项目</th>
                <th scope="col" className="number">
                  总投资（万元）
                </th>
                <th scope="col" className="number">
                  固投（万元）
                </th>
                <th scope="col">认定</th>
              </>
            )}
            <th scope="col" className="number">
              计数
            </th>
            <th scope="col">事件</th>
          </tr>
        </thead>
        <tbody>
          {postings.map((posting) => (
            <tr key={`${posting.seq}.${posting.line}`} className={posting.reverses && 'reversal'}>
              <td className="day">{posting.day}</td>
              {ofManyUnits && <td>{posting.unit.name}</td>}
              {ofProjects && <ProjectCells posting={posting} asOf={params['asOf']} />}
              <td className="number">{posting.quantity}</td>
              <td className="event">
                <EventRef id={posting.eventId} seq={posting.seq} />
                {posting.reverses && <span className="tag">红冲第 {posting.reverses.seq} 号</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="list-end">
        {postings.length === 0
          ? '没有可以查看的明细；只看本单位的角色看不到其他单位的明细。'
          : `已列 ${postings.length} 条${hasNextPage ? '' : '，已全部列出'}`}
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            更多
          </Button>
        )}
      </p>
    </>
  );
}

function ProjectCells({ posting, asOf }: { posting: Posting; asOf: string | undefined }) {
  const { project, totalInvestment, fixedAssetInvestment, grade } = posting;
  return (
    <>
      <td>{project && <ProjectLink {...project} asOf={asOf} />}</td>
      <td className="number">{totalInvestment && grouped(totalInvestment)}</td>
      <td className="number">{fixedAssetInvestment && grouped(fixedAssetInvestment)}</td>
      <td>{grade && inWords(GRADES, grade)}</td>
    </>
  );
}
