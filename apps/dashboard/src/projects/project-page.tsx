import { type Address } from '../address.js';
import { type ProjectHistory } from '../api.js';
import { HistoryTable } from '../events/history-table.js';
import { longDay } from '../format.js';
import { useHistory } from '../queries.js';
import { MomentBar } from '../ui/moment-bar.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { EndTags } from './end-tags.js';
import { Life } from './life.js';
import { StageTag } from './stage-tag.js';
import { Summary } from './summary.js';
import { Tasks } from './tasks.js';
import { Timeline } from './timeline.js';

/** One project: what it is, the steps it took, and every event with who recorded it and on whose word. */
export function ProjectPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useHistory<ProjectHistory>(`projects/${encodeURIComponent(id)}`, {
    on,
    asOf,
  });
  return (
    <>
      <MomentBar address={address} back={{ view: 'projects', name: '全部项目' }} current={data?.asOf} />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={nameOf(data)}
          marks={
            data.state && (
              <>
                <StageTag stage={data.state.stage} />
                <EndTags project={data.state} withDay />
              </>
            )
          }
          scope={data.on && `${longDay(data.on)}当日的状态，此后发生的事项以浅色列出`}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {data.state ? (
            <>
              <Summary id={id} project={data.state} introducer={data.introducer} asOf={asOf} />
              <Timeline project={data.state} />
              <Tasks tasks={data.tasks} />
              <Life id={id} project={data.state} on={on} asOf={asOf} />
            </>
          ) : (
            <p className="nothing">到这一天为止，本项目还没有发生任何事项。</p>
          )}
          <HistoryTable entries={data.entries} on={data.on} />
        </Sheet>
      )}
    </>
  );
}

/** Before its first day a project has no state, yet its events say its name. */
function nameOf({ state, entries }: ProjectHistory): string {
  const named = entries.find(({ data }) => typeof data['name'] === 'string');
  return state?.name ?? (named?.data['name'] as string | undefined) ?? '项目';
}
