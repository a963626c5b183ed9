import { type Address, formatAddress, withParams } from '../address.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { ShareBar } from '../ui/share-bar.js';
import { replaceBy } from '../use-address.js';
import { inWords } from '../words.js';
import { type Admission } from './answers.js';
import { OUTCOMES } from './words.js';

/** 准入: every project that was reviewed before signing, the last reviewed first. */
export function AdmissionList({ address }: { address: Address }) {
  const { unit, outcome, asOf } = address.params;
  const answer = usePages<Admission>('admissions', { unit, outcome, asOf, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="结论"
          width={104}
          value={outcome}
          options={Object.entries(OUTCOMES)}
          onChange={(code) => change({ outcome: code })}
        />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet title="准入评审" answer={answer} chosen={!!asOf} measure="个" nothing="没有作过准入评审的项目">
        {(admissions) => (
          <DataTable caption="准入评审" columns={COLUMNS} rows={admissions} keyOf={({ projectId }) => projectId} />
        )}
      </PagedSheet>
    </>
  );
}

const COLUMNS: readonly Column<Admission>[] = [
  {
    name: '项目',
    as: 'head',
    cell: ({ projectId, projectName }) => (
      <a href={formatAddress({ path: ['admission', projectId], params: {} })}>{projectName}</a>
    ),
  },
  { name: '责任单位', as: 'short', cell: ({ unit }) => unit.name },
  {
    name: '结论',
    cell: ({ outcome }) => (
      <span className={outcome === 'refused' ? 'late' : undefined}>{inWords(OUTCOMES, outcome)}</span>
    ),
  },
  { name: '未通过的事项', cell: ({ failed }) => failed.join('、') },
  { name: '质量得分/合格分', as: 'number', cell: ({ total, passScore }) => `${total}/${passScore}` },
  {
    name: '',
    as: 'bar',
    cell: ({ total, passScore }) => (
      <ShareBar part={total / Math.max(1, total, passScore)} tone={total < passScore ? 'late' : 'plain'} />
    ),
  },
  { name: '评审', as: 'day', cell: ({ reviewedOn }) => reviewedOn },
  { name: '特批', as: 'day', cell: ({ overriddenOn }) => overriddenOn },
  { name: '特批人', cell: ({ approver }) => approver },
  { name: '特批理由', cell: ({ reason }) => reason },
  { name: '规则版本', as: 'number', cell: ({ policyVersion }) => policyVersion },
];
