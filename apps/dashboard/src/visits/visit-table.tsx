import { formatAddress } from '../address.js';
import { type Column, DataTable } from '../ui/data-table.js';
import { type WordsOf, useVocabulary } from '../vocabulary.js';
import { inWords } from '../words.js';
import { type Visit } from './answers.js';
import { IN_PERSON } from './words.js';

/** Visits, and which of 三个亲自 the leader did on each. */
export function VisitTable({ visits }: { visits: readonly Visit[] }) {
  const wordsOf = useVocabulary();
  return <DataTable caption="外出与接待" columns={columnsIn(wordsOf)} rows={visits} keyOf={({ id }) => id} />;
}

const columnsIn = (wordsOf: WordsOf): Column<Visit>[] => [
  { name: '结束日', as: 'day', cell: ({ lastDay }) => lastDay },
  {
    name: '事由',
    as: 'head',
    cell: ({ id, purpose, place }) => (
      <a href={formatAddress({ path: ['visits', id], params: {} })}>{purpose ?? `赴${place}`}</a>
    ),
  },
  { name: '类别', as: 'short', cell: ({ kind }) => inWords(wordsOf('visitKinds'), kind) },
  { name: '单位', as: 'short', cell: ({ unit }) => unit.name },
  { name: '带队领导', as: 'short', cell: ({ leader }) => leader },
  ...IN_PERSON.map(({ code, short, name }): Column<Visit> => ({
    name: short,
    cell: ({ inPerson }) => <Mark done={inPerson.includes(code)} name={name} />,
  })),
  { name: '地点', cell: ({ place }) => place },
  { name: '企业', cell: ({ enterprises }) => enterprises.join('、') },
  { name: '项目（个）', as: 'number', cell: ({ projects }) => projects.length || '' },
  { name: '线索（条）', as: 'number', cell: ({ leads }) => leads.length || '' },
  { name: '天数', as: 'number', cell: ({ days }) => days },
];

/** A mark that stands for a deed done in person. */
function Mark({ done, name }: { done: boolean; name: string }) {
  return (
    done && (
      <span role="img" aria-label={name} className="mark">
        ●
      </span>
    )
  );
}
