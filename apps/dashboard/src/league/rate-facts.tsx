import { Button } from 'antd';
import { type CountedOn, type RateMember } from '../api.js';
import { grouped } from '../format.js';
import { type Query } from '../http.js';
import { usePages } from '../queries.js';
import { EventRef } from '../events/event-ref.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { ProjectLink } from '../ui/project-link.js';
import { rateParts, stageName } from '../words.js';

/** The projects that a rate is taken of: what each counts for in the denominator, and what of it has come true. */
export function RateFacts({ metric, params }: { metric: string; params: Query }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages<RateMember>(
    `league-tables/${metric}/projects`,
    { limit: '500', ...params },
  );
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const members = data.pages.flatMap(({ rows }) => rows);
  const ofManyUnits = !params['unit'];
  // An instalment goes by its day, which is the one that it counts on.
  const ofManyItems = members.some(({ item, counted }) => item !== undefined && item !== counted.on);
  const [above, below] = rateParts(metric);
  return (
    <>
      <table className="grid facts">
        <caption className="unseen">计入分母的项目及其实现情况</caption>
        <thead>
          <tr>
            {ofManyUnits && <th scope="col">单位</th>}
            <th scope="col">项目</th>
            {ofManyItems && <th scope="col">约定</th>}
            <th scope="col">计入日</th>
            <th scope="col" className="number">
              {below}
            </th>
            <th scope="col">事件</th>
            <th scope="col">实现日</th>
            <th scope="col" className="number">
              {above}
            </th>
            <th scope="col">事件</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ project, unit, item, counted, denominator, numerator, reached }) => (
            <tr key={`${counted.seq}.${project.id}.${unit.code}.${item ?? ''}`}>
              {ofManyUnits && <td>{unit.name}</td>}
              <td>
                <ProjectLink {...project} asOf={params['asOf']} />
              </td>
              {ofManyItems && <td>{item && stageName(item)}</td>}
              <td className="day">{counted.on}</td>
              <td className="number">{grouped(denominator)}</td>
              <EventCell counted={counted} />
              <td className="day">{reached?.on ?? <span className="muted">尚无</span>}</td>
              <td className="number">{grouped(numerator)}</td>
              <EventCell counted={reached} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="list-end">
        {members.length === 0
          ? '没有可以查看的明细；只看本单位的角色看不到其他单位的明细。'
          : `已列 ${members.length} 条，其中已实现 ${members.filter(({ reached }) => reached).length} 条${hasNextPage ? '' : '，已全部列出'}`}
        {hasNextPage && (
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            更多
          </Button>
        )}
      </p>
    </>
  );
}

function EventCell({ counted }: { counted: CountedOn | undefined }) {
  return <td className="event">{counted && <EventRef id={counted.eventId} seq={undefined} />}</td>;
}
