import { type Address, formatAddress, withParams } from '../address.js';
import { grouped } from '../format.js';
import { usePages } from '../queries.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { type WordsOf, useVocabulary } from '../vocabulary.js';
import { inWords } from '../words.js';
import { type Lead } from './answers.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** 线索: every lead that the reader may see, newest first, and what became of it. */
export function LeadList({ address }: { address: Address }) {
  const { asOf, unit, status, tier, month } = address.params;
  const wordsOf = useVocabulary();
  const answer = usePages<Lead>('leads', {
    asOf,
    unit,
    status,
    tier,
    month: month && MONTH.test(month) ? month : undefined,
    limit: '100',
  });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="状态"
          value={status}
          options={Object.entries(wordsOf('leadStatuses'))}
          onChange={(code) => change({ status: code })}
        />
        <SelectField
          name="企业层级"
          value={tier}
          options={Object.entries(wordsOf('leadTiers'))}
          onChange={(code) => change({ tier: code })}
        />
        <TextField
          name="登记月份"
          placeholder="2022-09"
          width={104}
          value={month ?? ''}
          onChange={(text) => change({ month: text })}
        />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet title="线索" answer={answer} chosen={!!asOf} measure="条" nothing="没有符合条件的线索">
        {(leads) => (
          <DataTable caption="线索列表" columns={columnsIn(wordsOf, asOf)} rows={leads} keyOf={({ id }) => id} />
        )}
      </PagedSheet>
    </>
  );
}

const columnsIn = (wordsOf: WordsOf, asOf: string | undefined): Column<Lead>[] => [
  {
    name: '线索',
    as: 'head',
    cell: ({ id, title }) => <a href={formatAddress({ path: ['leads', id], params: asOf ? { asOf } : {} })}>{title}</a>,
  },
  { name: '企业', cell: ({ enterprise }) => enterprise },
  { name: '企业层级', cell: ({ tiers }) => tiers.map((tier) => inWords(wordsOf('leadTiers'), tier)).join('、') },
  { name: '来源', cell: ({ channel }) => inWords(wordsOf('leadChannels'), channel) },
  { name: '产业链', cell: ({ chain }) => chain },
  { name: '责任单位', as: 'short', cell: ({ unit }) => unit.name },
  { name: '状态', cell: ({ status }) => inWords(wordsOf('leadStatuses'), status) },
  { name: '登记', as: 'day', cell: ({ capturedOn }) => capturedOn },
  { name: '认定有效', as: 'day', cell: ({ qualifiedOn }) => qualifiedOn },
  {
    name: '转为项目',
    as: 'day',
    cell: ({ conversion, convertedOn }) =>
      conversion && convertedOn && <ProjectLink id={conversion.projectId} name={convertedOn} asOf={asOf} />,
  },
  { name: '预计投资（万元）', as: 'number', cell: ({ expectedInvestment }) => grouped(expectedInvestment) },
];
