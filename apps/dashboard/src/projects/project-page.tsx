import { type Address, formatAddress, withParams } from '../address.js';
import { type History } from '../api.js';
import { longDay } from '../format.js';
import { useHistory } from '../queries.js';
import { AsOfLine } from '../ui/as-of-line.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { Loading } from '../ui/loading.js';
import { PageTitle } from '../ui/page-title.js';
import { PrintButton } from '../ui/print-button.js';
import { ProblemNote } from '../ui/problem-note.js';
import { goTo } from '../use-address.js';
import { EndTags } from './end-tags.js';
import { HistoryTable } from './history-table.js';
import { Life } from './life.js';
import { StageTag } from './stage-tag.js';
import { Summary } from './summary.js';
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
        <PrintButton />
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
              {data.state && <EndTags project={data.state} withDay />}
            </h1>
            {data.on && <p className="scope">{longDay(data.on)}当日的状态，此后发生的事项以浅色列出</p>}
            <AsOfLine asOf={data.asOf} chosen={!!asOf} stale={isPlaceholderData} />
          </header>
          {data.state ? (
            <>
              <Summary project={data.state} />
              <Timeline project={data.state} />
              <Life id={id} project={data.state} on={on} asOf={asOf} />
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

/** Before its first day a project has no state, yet its events say its name. */
function nameOf({ state, entries }: History): string {
  const named = entries.find(({ data }) => typeof data['name'] === 'string');
  return state?.name ?? (named?.data['name'] as string | undefined) ?? '项目';
}
