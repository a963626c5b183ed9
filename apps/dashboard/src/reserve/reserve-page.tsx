import { type Address, withParams } from '../address.js';
import { type UnitName } from '../api.js';
import { grouped } from '../format.js';
import { usePages } from '../queries.js';
import { DayField } from '../ui/day-field.js';
import { ListEnd } from '../ui/list-end.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { inWords } from '../words.js';

interface ReserveEntry {
  readonly id: string;
  readonly name: string;
  readonly unit: UnitName;
  readonly stage: string;
  readonly funding: string;
  readonly plannedInvestment: string;
  readonly chain?: string;
  readonly plannedOn: string;
  readonly enteredOn?: string;
  readonly readyOn?: string;
  readonly movedOn: string;
  /** Absent after the end. */
  readonly idleDays?: number;
  readonly flag?: { readonly on: string };
  readonly conversion?: { readonly projectId: string };
}

const STAGES = {
  idea: '谋划',
  reserve: '储备',
  ready: '成熟',
  converted: '已转项目',
  dropped: '已放弃',
  cleared: '已清理',
};
const FUNDINGS = { market: '市场投资', fiscal: '财政投资' };
const FLAGS = { true: '僵尸项目', false: '正常' };

/** 储备库: what is being planned, how ripe it is, and how long nothing has moved. */
export default function ReservePage({ address }: { address: Address }) {
  const { on, unit, stage, flagged, q } = address.params;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    usePages<ReserveEntry>('reserve', { on, unit, stage, flagged, q, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  const [first] = data?.pages ?? [];
  const entries = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <TextField name="名称" value={q ?? ''} onChange={(text) => change({ q: text })} />
        <UnitSelect name="谋划单位" value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="阶段"
          width={104}
          value={stage}
          options={Object.entries(STAGES)}
          onChange={(code) => change({ stage: code })}
        />
        <SelectField
          name="清查"
          width={104}
          value={flagged}
          options={Object.entries(FLAGS)}
          onChange={(code) => change({ flagged: code })}
        />
        <span className="field">
          <span className="field-name">业务日</span>
          <DayField label="业务日" clearable value={on ?? first?.on} onChange={(day) => change({ on: day })} />
        </span>
        <PrintButton />
      </section>
      {!first || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet title="储备库" scope={`停滞天数算到 ${first.on}`} asOf={first.asOf} stale={isPlaceholderData}>
          <ReserveTable entries={entries} />
          <ListEnd
            count={entries.length}
            measure="个"
            nothing="没有符合条件的储备项目"
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={fetchNextPage}
          />
        </Sheet>
      )}
    </>
  );
}

function ReserveTable({ entries }: { entries: readonly ReserveEntry[] }) {
  return (
    <table className="grid list">
      <caption className="unseen">储备项目</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">谋划单位</th>
          <th scope="col">阶段</th>
          <th scope="col">投资性质</th>
          <th scope="col">产业链</th>
          <th scope="col" className="number">
            计划投资（万元）
          </th>
          <th scope="col">谋划</th>
          <th scope="col">入库</th>
          <th scope="col">成熟</th>
          <th scope="col">最近进展</th>
          <th scope="col" className="number">
            停滞（天）
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <th scope="row">
              {entry.conversion ? <ProjectLink id={entry.conversion.projectId} name={entry.name} /> : entry.name}
            </th>
            <td>{entry.unit.name}</td>
            <td>
              {inWords(STAGES, entry.stage)}
              {entry.flag && <span className="tag">僵尸项目</span>}
            </td>
            <td>{inWords(FUNDINGS, entry.funding)}</td>
            <td>{entry.chain}</td>
            <td className="number">{grouped(entry.plannedInvestment)}</td>
            <td className="day">{entry.plannedOn}</td>
            <td className="day">{entry.enteredOn}</td>
            <td className="day">{entry.readyOn}</td>
            <td className="day">{entry.movedOn}</td>
            <td className={entry.flag ? 'number late' : 'number'}>{entry.idleDays}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
