import { type Query } from '../http.js';
import { usePages } from '../queries.js';
import { type DayScale, monthScale } from '../ui/day-scale.js';
import { DayTicks } from '../ui/day-ticks.js';
import { LaneBar } from '../ui/lane-bar.js';
import { ListEnd } from '../ui/list-end.js';
import { Loading } from '../ui/loading.js';
import { ProblemNote } from '../ui/problem-note.js';
import { ProjectLink } from '../ui/project-link.js';
import { type PlannedProject } from './answers.js';
import { endOfMonth, slippageOn } from './slippage.js';

/** Every project that was planned to start in the year: its month, the day on which it did, and the days between. */
export function PlannedProjects({ params, on }: { params: Query; on: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages<PlannedProject>(
    'planned-starts/projects',
    { metric: 'planned-start-rate', ...params, limit: '200' },
  );
  if (error) return <ProblemNote error={error} retry={refetch} />;
  if (!data) return <Loading rows={6} />;
  const projects = data.pages.flatMap(({ rows }) => rows);
  if (projects.length === 0) return null;
  const scale = monthScale(projects.flatMap(({ startMonth, startedOn }) => [`${startMonth}-01`, startedOn ?? on]));
  return (
    <section aria-labelledby="planned">
      <h2 id="planned">计划开工的项目</h2>
      <table className="grid planned">
        <caption className="unseen">计划开工的项目，截至 {on}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">责任单位</th>
            <th scope="col">计划开工</th>
            <th scope="col">开工</th>
            <th scope="col" className="number">
              偏差（天）
            </th>
            <th scope="col" className="lanes" aria-hidden>
              <DayTicks scale={scale} />
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row
              key={`${project.project.id} ${project.unit.code}`}
              planned={project}
              on={on}
              scale={scale}
              asOf={params['asOf']}
            />
          ))}
        </tbody>
      </table>
      <p className="legend muted" aria-hidden>
        <i className="planned" /> 计划月份 <i className="reached" /> 开工 <i className="delay" /> 晚于计划{' '}
        <i className="today" /> {on}
      </p>
      <ListEnd
        count={new Set(projects.map(({ project }) => project.id)).size}
        measure="个"
        nothing=""
        hasMore={hasNextPage}
        isLoading={isFetchingNextPage}
        onMore={fetchNextPage}
      />
    </section>
  );
}

interface RowProps {
  readonly planned: PlannedProject;
  readonly on: string;
  readonly scale: DayScale;
  readonly asOf: string | undefined;
}

function Row({ planned, on, scale, asOf }: RowProps) {
  const { project, unit, share, startMonth, startedOn } = planned;
  const days = slippageOn(planned, on);
  return (
    <tr>
      <th scope="row">
        <ProjectLink {...project} asOf={asOf} />
      </th>
      <td>{share === '1' ? unit.name : `${unit.name}（${share}）`}</td>
      <td className="day">{startMonth}</td>
      <td className="day">{startedOn ?? <span className="muted">未开工</span>}</td>
      <td className={days && days > 0 ? 'number late' : 'number'}>{days && days > 0 ? `+${days}` : days}</td>
      <td className="lanes" aria-hidden>
        <Lane planned={planned} on={on} scale={scale} />
      </td>
    </tr>
  );
}

function Lane({ planned: { startMonth, startedOn }, on, scale }: Omit<RowProps, 'asOf'>) {
  const planEnd = scale.at(endOfMonth(startMonth));
  const reached = scale.at(startedOn ?? on);
  return (
    <svg width="100%" height="20">
      <line className="today" x1={`${scale.at(on)}%`} x2={`${scale.at(on)}%`} y1="0" y2="20" />
      <LaneBar className="planned" bar={{ from: scale.at(`${startMonth}-01`), to: planEnd }} y={7} />
      {reached > planEnd && <LaneBar className="delay" bar={{ from: planEnd, to: reached }} y={7} />}
      {startedOn && <circle className="reached" cx={`${reached}%`} cy="10" r="4.5" />}
    </svg>
  );
}
