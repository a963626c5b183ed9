import { type Address, formatAddress, withParams } from '../address.js';
import { type History, type ProjectState } from '../api.js';
import { grouped, longDay } from '../format.js';
import { useHistory } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { Loading } from '../ui/loading.js';
import { PageTitle } from '../ui/page-title.js';
import { ProblemNote } from '../ui/problem-note.js';
import { goTo } from '../use-address.js';
import { HistoryTable } from './history-table.js';
import { StageTag } from './stage-tag.js';
import { Timeline } from './timeline.js';

/** One project: what it is, the steps it took, and every event with who recorded it and on whose word. */
export function ProjectPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useHistory(id, { on, asOf });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="时点">
        <a className="back" href={formatAddress({ path: ['projects'], params: {} })}>
          全部项目
        </a>
        <span className="field">
          <span className="field-name">业务日</span>
          <DayField label="业务日" clearable value={on} onChange={(day) => change({ on: day })} />
        </span>
        <AsOfPicker value={asOf} current={data?.asOf} onChange={(value) => change({ asOf: value })} />
      </section>
      {error ? (
        <ProblemNote error={error} retry={refetch} />
      ) : !data ? (
        <Loading rows={12} />
      ) : (
        <article className="sheet" aria-busy={isPlaceholderData}>
          <header className="sheet-head">
            <PageTitle>{nameOf(data)}</PageTitle>
            <h1>
              {nameOf(data)} {data.state && <StageTag stage={data.state.stage} />}
            </h1>
            {data.on && <p className="scope">{longDay(data.on)}当日的状态，此后发生的事项以浅色列出</p>}
            <AsOfLine asOf={data.asOf} chosen={!!asOf} stale={isPlaceholderData} />
          </header>
          {data.state ? (
            <>
              <Summary project={data.state} />
              <Timeline project={data.state} />
            </>
          ) : (
            <p className="nothing">到这一天为止，本项目还没有发生任何事项。</p>
          )}
          <HistoryTable entries={data.entries} on={data.on} />
        </article>
      )}
    </>
  );
}

function Summary({ project }: { project: ProjectState }) {
  const facts: [string, string | undefined][] = [
    ['责任单位', project.unit.name],
    ['地点', project.place],
    ['产业链', project.chain],
    ['总投资（万元）', project.totalInvestment && grouped(project.totalInvestment)],
    ['固定资产投资（万元）', project.fixedAssetInvestment && grouped(project.fixedAssetInvestment)],
  ];
  return (
    <dl className="summary">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Before its first day a project has no state, yet its events say its name. */
function nameOf({ state, entries }: History): string {
  const named = entries.find(({ data }) => typeof data['name'] === 'string');
  return state?.name ?? (named?.data['name'] as string | undefined) ?? '项目';
}
