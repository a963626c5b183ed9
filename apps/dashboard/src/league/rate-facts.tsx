import { type Posting } from '../api.js';
import { grouped } from '../format.js';
import { type Query } from '../http.js';
import { useWholeList } from '../queries.js';
import { EventRef } from '../events/event-ref.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { cohortOf } from './cohort.js';
import { ProjectLink } from '../ui/project-link.js';

/** The projects that a start rate is taken of: each one signed in the period, and the day it started if it did. */
export function RateFacts({ params }: { metric: string; params: Query }) {
  const signed = useWholeList<Posting>('postings', { ...params, metric: 'signed-projects', limit: '500' });
  // A start counts whenever it was, so long as it stands by the period's end.
  const started = useWholeList<Posting>('postings', {
    to: params['to'],
    unit: params['unit'],
    asOf: params['asOf'],
    metric: 'started-projects',
    limit: '500',
  });
  const error = signed.error ?? started.error;
  if (error) return <ProblemNote error={error} retry={() => Promise.all([signed.refetch(), started.refetch()])} />;
  if (!signed.data || !started.data) return <Loading />;
  const ofManyUnits = !params['unit'];
  const cohort = cohortOf(signed.data, started.data);
  return (
    <>
      <table className="grid facts">
        <caption className="unseen">本期签约项目及其开工情况</caption>
        <thead>
          <tr>
            {ofManyUnits && <th scope="col">单位</th>}
            <th scope="col">项目</th>
            <th scope="col" className="number">
              总投资（万元）
            </th>
            <th scope="col">签约日</th>
            <th scope="col">签约事件</th>
            <th scope="col">开工日</th>
            <th scope="col">开工事件</th>
          </tr>
        </thead>
        <tbody>
          {cohort.map(({ contract, start }) => (
            <tr key={contract.eventId}>
              {ofManyUnits && <td>{contract.unit.name}</td>}
              <td>{contract.project && <ProjectLink {...contract.project} asOf={params['asOf']} />}</td>
              <td className="number">{contract.totalInvestment && grouped(contract.totalInvestment)}</td>
              <td className="day">{contract.day}</td>
              <EventCell posting={contract} />
              <td className="day">{start ? start.day : <span className="muted">未开工</span>}</td>
              <EventCell posting={start} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="list-end">
        已签约 {cohort.length} 个，其中已开工 {cohort.filter(({ start }) => start).length} 个，已全部列出
      </p>
    </>
  );
}

function EventCell({ posting }: { posting: Posting | undefined }) {
  return <td className="event">{posting && <EventRef id={posting.eventId} seq={posting.seq} />}</td>;
}
