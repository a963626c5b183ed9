import { formatAddress } from '../address.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { inWords } from '../words.js';
import { type ListedItem, type Material } from './answers.js';
import { DAY_KINDS } from './words.js';

/** What a version of the list says of each item: how long it may take, what is owed on applying, and what may follow. */
export const ListedItems = ({ items, asOf }: { items: readonly ListedItem[]; asOf: string | undefined }) => (
  <DataTable
    caption="清单事项"
    columns={columnsOf(items, asOf)}
    rows={items}
    keyOf={({ kind, paper }) => [kind, paper].join()}
  />
);

function columnsOf(items: readonly ListedItem[], asOf: string | undefined): readonly Column<ListedItem>[] {
  /** Those whose papers are listed by name stand for the rest of their kind where they name none. */
  const named = new Set(items.filter(({ paper }) => paper).map(({ kind }) => kind));
  return [
    {
      name: '事项',
      as: 'head',
      cell: ({ kind, paper, name }) => (
        <>
          <a href={formatAddress({ path: ['approvals'], params: { kind, ...(asOf && { asOf }) } })}>{name}</a>
          {!paper && named.has(kind) && <span className="muted"> 其余各项</span>}
        </>
      ),
    },
    { name: '时限按', as: 'short', cell: ({ days }) => inWords(DAY_KINDS, days) },
    { name: '法定时限（天）', as: 'number', cell: ({ statutoryLimit }) => statutoryLimit },
    {
      name: '承诺时限（天）',
      as: 'number',
      cell: ({ promisedLimit }) => (promisedLimit === 0 ? '当日办结' : promisedLimit),
    },
    { name: '告知承诺', as: 'short', cell: ({ byCommitment }) => byCommitment && '可' },
    { name: '申请时须交', cell: ({ materials }) => namesOf(materials.filter(({ deferrable }) => !deferrable)) },
    { name: '可容缺后补', cell: ({ materials }) => namesOf(materials.filter(({ deferrable }) => deferrable)) },
  ];
}

const namesOf = (materials: readonly Material[]): string => materials.map(({ name }) => name).join('、');
