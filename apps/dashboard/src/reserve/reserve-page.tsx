import { type Address } from '../address.js';
import { type History } from '../api.js';
import { HistoryTable } from '../events/history-table.js';
import { grouped } from '../format.js';
import { useHistory } from '../queries.js';
import { type Fact, FactList } from '../ui/fact-list.js';
import { MomentBar } from '../ui/moment-bar.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { StatusTag } from '../ui/status-tag.js';
import { type Step, Steps } from '../ui/steps.js';
import { inWords } from '../words.js';
import { type ReserveState } from './answers.js';
import { EarlyWorks } from './early-works.js';
import { FUNDINGS, SELECTION_STEPS, SITE_OUTCOMES, STAGES } from './words.js';

/** One entry of the reserve: what it is to be, how ripe it is, what stands still, and every event. */
export function ReservePage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const path = `reserve/${encodeURIComponent(id)}`;
  const { data, error, refetch, isPlaceholderData } = useHistory<History<ReserveState>>(path, { on, asOf });
  return (
    <>
      <MomentBar
        address={address}
        back={{ view: 'reserve', name: '全部储备项目' }}
        current={data?.asOf}
        on={data?.on}
      />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={data.state?.name ?? '储备项目'}
          marks={data.state && <Marks entry={data.state} />}
          scope={`${data.on} 终了时的状态`}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {data.state ? (
            <>
              <FactList facts={factsOf(data.state)} />
              <Steps name="谋划储备进程" steps={stepsOf(data.state)} />
              <EarlyWorks works={data.state.earlyWorks} />
            </>
          ) : (
            <p className="nothing">到这一天为止，本项目还没有开始谋划。</p>
          )}
          <HistoryTable entries={data.entries} on={on} />
        </Sheet>
      )}
    </>
  );
}

function Marks({ entry: { stage, flag } }: { entry: ReserveState }) {
  const tone = stage === 'converted' ? 'done' : ['dropped', 'cleared'].includes(stage) ? 'ended' : 'open';
  return (
    <>
      <StatusTag tone={tone}>{inWords(STAGES, stage)}</StatusTag>
      {flag && <span className="tag">僵尸项目 {flag.on} 列入</span>}
    </>
  );
}

function factsOf({ site, selection, flag, end, conversion, idleDays, ...entry }: ReserveState): Fact[] {
  return [
    ['谋划单位', entry.unit.name],
    ['谋划思路', entry.idea],
    ['投资性质', inWords(FUNDINGS, entry.funding)],
    ['计划投资（万元）', grouped(entry.plannedInvestment)],
    ['产业链', entry.chain],
    ['地点', entry.place],
    ['多规合一', site && [inWords(SITE_OUTCOMES, site.outcome), site.reason, site.on].filter(Boolean).join('，')],
    [
      '选商进展',
      selection &&
        [inWords(SELECTION_STEPS, selection.step), selection.enterprise, selection.on].filter(Boolean).join('，'),
    ],
    ['最近进展', entry.movedOn],
    ['停滞（天）', idleDays !== undefined && <span className={flag ? 'late' : undefined}>{idleDays}</span>],
    ['项目', conversion && <ProjectLink id={conversion.projectId} name="查看项目" />],
    ['终结理由', end?.reason],
  ];
}

function stepsOf({ stage, plannedOn, enteredOn, readyOn, end }: ReserveState): Step[] {
  const last = { dropped: '放弃', cleared: '清理' }[stage] ?? '转为项目';
  return [
    { code: 'planned', name: '谋划', day: plannedOn },
    { code: 'entered', name: '入库', day: enteredOn },
    { code: 'ready', name: '成熟', day: readyOn },
    { code: 'end', name: last, day: end?.on },
  ];
}
