import { type Address, formatAddress, withParams } from '../address.js';
import { grouped } from '../format.js';
import { usePages } from '../queries.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { OnField } from '../ui/moment-bar.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { inWords } from '../words.js';
import { type ReserveEntry } from './answers.js';
import { FUNDINGS, STAGES } from './words.js';

const FLAGS = { true: '僵尸项目', false: '正常' };

/** 储备库: what is being planned, how ripe it is, and how long nothing has moved. */
export function ReserveList({ address }: { address: Address }) {
  const { on, asOf, unit, stage, flagged, q } = address.params;
  const answer = usePages<ReserveEntry>('reserve', { on, asOf, unit, stage, flagged, q, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
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
        <OnField value={on ?? answer.data?.pages[0]?.on} onChange={(day) => change({ on: day })} />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="储备库"
        scope={(first) => `停滞天数算到 ${first.on}`}
        answer={answer}
        chosen={!!asOf}
        measure="个"
        nothing="没有符合条件的储备项目"
      >
        {(entries) => (
          <DataTable
            caption="储备项目"
            columns={columnsAt(withParams({ path: [], params: {} }, { on, asOf }).params)}
            rows={entries}
            keyOf={({ id }) => id}
          />
        )}
      </PagedSheet>
    </>
  );
}

const columnsAt = (moment: Address['params']): Column<ReserveEntry>[] => [
  {
    name: '项目',
    as: 'head',
    cell: ({ id, name }) => <a href={formatAddress({ path: ['reserve', id], params: moment })}>{name}</a>,
  },
  { name: '谋划单位', as: 'short', cell: ({ unit }) => unit.name },
  {
    name: '阶段',
    cell: ({ stage, flag }) => (
      <>
        {inWords(STAGES, stage)}
        {flag && <span className="tag">僵尸项目</span>}
      </>
    ),
  },
  { name: '投资性质', as: 'short', cell: ({ funding }) => inWords(FUNDINGS, funding) },
  { name: '产业链', cell: ({ chain }) => chain },
  { name: '计划投资（万元）', as: 'number', cell: ({ plannedInvestment }) => grouped(plannedInvestment) },
  { name: '谋划', as: 'day', cell: ({ plannedOn }) => plannedOn },
  { name: '入库', as: 'day', cell: ({ enteredOn }) => enteredOn },
  { name: '成熟', as: 'day', cell: ({ readyOn }) => readyOn },
  { name: '最近进展', as: 'day', cell: ({ movedOn }) => movedOn },
  {
    name: '停滞（天）',
    as: 'number',
    cell: ({ flag, idleDays }) => <span className={flag ? 'late' : undefined}>{idleDays}</span>,
  },
];
