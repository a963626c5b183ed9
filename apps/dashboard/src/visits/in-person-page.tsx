import { Select } from 'antd';
import { type Address, withParams } from '../address.js';
import { boundWords, grouped, longPeriod } from '../format.js';
import { dayOf, namedPeriods } from '../periods.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PeriodField } from '../ui/period-field.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { goTo } from '../use-address.js';
import { type InPersonLine } from './answers.js';
import { VisitSides } from './sides.js';
import { IN_PERSON } from './words.js';

const BOUNDS = ['10000', '50000', '100000', '500000'];

/** 三个亲自: what leaders did in person for each major project in a period, and what none of them did. */
export function InPersonPage({ address }: { address: Address }) {
  const year = namedPeriods(dayOf(new Date())).find(({ name }) => name === '本年')!;
  const { from = year.from, to = year.to, minInvestment, asOf } = address.params;
  const answer = usePages<InPersonLine>('visits/in-person', { from, to, minInvestment, asOf, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <VisitSides current="in-person" />
        <PeriodField period={{ from, to }} onChange={change} />
        <span className="field">
          <span className="field-name">重大项目</span>
          <Select
            aria-label="重大项目"
            style={{ width: 148 }}
            value={minInvestment ?? ''}
            options={[
              { value: '', label: '各级重点项目' },
              ...BOUNDS.map((bound) => ({ value: bound, label: `投资 ≥ ${boundWords(bound)}` })),
            ]}
            onChange={(bound) => change({ minInvestment: bound })}
          />
        </span>
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="三个亲自"
        scope={() =>
          `${longPeriod({ from, to })} · ${minInvestment ? `投资 ≥ ${boundWords(minInvestment)}的项目` : '各级重点项目'}，领导亲自洽谈、协调、督办的次数`
        }
        answer={answer}
        chosen={!!asOf}
        measure="个"
        nothing="没有符合条件的重大项目"
      >
        {(lines) => <DataTable caption="三个亲自" columns={columnsAt(asOf)} rows={lines} keyOf={({ id }) => id} />}
      </PagedSheet>
    </>
  );
}

const columnsAt = (asOf: string | undefined): readonly Column<InPersonLine>[] => [
  { name: '项目', as: 'head', cell: ({ id, name }) => <ProjectLink id={id} name={name} asOf={asOf} /> },
  { name: '责任单位', as: 'short', cell: ({ unit }) => unit.name },
  { name: '投资额（万元）', as: 'number', cell: ({ investment }) => investment && grouped(investment) },
  ...IN_PERSON.map(({ code, name }): Column<InPersonLine> => ({
    name: `${name}（次）`,
    as: 'number',
    cell: ({ done }) => (done[code] ? done[code] : <span className="late">未做</span>),
  })),
  { name: '领导', cell: ({ leaders }) => leaders.join('、') },
  { name: '最近一次', as: 'day', cell: ({ lastOn }) => lastOn },
];
