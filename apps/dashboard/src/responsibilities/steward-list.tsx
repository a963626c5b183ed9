import { type Address, formatAddress, withParams } from '../address.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { type WordsOf, useVocabulary } from '../vocabulary.js';
import { inWords } from '../words.js';
import { type Steward } from './answers.js';
import { FixedTaskWords } from './fixed-task.js';
import { ResponsibilitySides } from './sides.js';

const DETACHED = [['true', '已解除']] as const;

/** 挂钩、包保: which leaders look after which enterprises, parks and districts. */
export function StewardList({ address }: { address: Address }) {
  const { kind, unit, leader, detached, asOf } = address.params;
  const wordsOf = useVocabulary();
  const answer = usePages<Steward>('stewardships', { kind, unit, leader, detached, asOf, limit: '100' });
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <ResponsibilitySides current="stewardships" />
        <SelectField
          name="对象"
          value={kind}
          width={84}
          options={Object.entries(wordsOf('stewardedKinds'))}
          onChange={(code) => change({ kind: code })}
        />
        <UnitSelect name="责任单位" value={unit} onChange={(code) => change({ unit: code })} />
        <TextField
          name="领导"
          placeholder="账号"
          width={132}
          value={leader ?? ''}
          onChange={(text) => change({ leader: text })}
        />
        <SelectField
          name="状态"
          width={84}
          value={detached}
          options={DETACHED}
          all="在任"
          onChange={(code) => change({ detached: code })}
        />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="领导挂钩"
        scope={() => '谁挂钩、包保哪个企业、园区或区县，最近登记的在前'}
        answer={answer}
        chosen={!!asOf}
        measure="条"
        nothing="没有符合条件的领导挂钩"
      >
        {(rows) => (
          <DataTable caption="领导挂钩" columns={columnsAt(asOf, wordsOf)} rows={rows} keyOf={({ id }) => id} />
        )}
      </PagedSheet>
    </>
  );
}

const columnsAt = (asOf: string | undefined, wordsOf: WordsOf): readonly Column<Steward>[] => [
  {
    name: '挂钩对象',
    as: 'head',
    cell: ({ stewardship, subject }) => (
      <a
        href={formatAddress({
          path: ['responsibilities', 'stewardships', stewardship],
          params: asOf ? { asOf } : {},
        })}
      >
        {subject.name}
      </a>
    ),
  },
  { name: '类别', as: 'short', cell: ({ subject }) => inWords(wordsOf('stewardedKinds'), subject.kind) },
  { name: '领导', cell: ({ account, duty }) => `${account} ${duty}` },
  { name: '方式', as: 'short', cell: ({ purpose }) => inWords(wordsOf('stewardPurposes'), purpose) },
  { name: '责任单位', as: 'short', cell: ({ unit }) => unit.name },
  { name: '自', as: 'day', cell: ({ from }) => from },
  { name: '至', as: 'day', cell: ({ until }) => until },
  { name: '六定事项', cell: ({ responsibility: task }) => task && <FixedTaskWords task={task} /> },
  { name: '办结时间', as: 'day', cell: ({ responsibility: task }) => task?.due },
  { name: '办结', as: 'day', cell: ({ responsibility: task }) => task?.done?.on },
];
