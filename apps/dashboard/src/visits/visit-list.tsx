import { type Address, withParams } from '../address.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { TextField } from '../ui/text-field.js';
import { replaceBy } from '../use-address.js';
import { useVocabulary } from '../vocabulary.js';
import { type Visit } from './answers.js';
import { VisitSides } from './sides.js';
import { VisitTable } from './visit-table.js';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** 外出招商与接待, the last logged first. */
export function VisitList({ address }: { address: Address }) {
  const { unit, kind, leader, month, asOf } = address.params;
  const answer = usePages<Visit>('visits', {
    unit,
    kind,
    leader,
    month: month && MONTH.test(month) ? month : undefined,
    asOf,
    limit: '100',
  });
  const kinds = useVocabulary()('visitKinds');
  const change = (changes: Record<string, string | undefined>) => replaceBy(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <VisitSides current="list" />
        <UnitSelect value={unit} onChange={(code) => change({ unit: code })} />
        <SelectField
          name="类别"
          width={104}
          value={kind}
          options={Object.entries(kinds)}
          onChange={(code) => change({ kind: code })}
        />
        <TextField
          name="带队领导"
          placeholder="职务或账号"
          width={132}
          value={leader ?? ''}
          onChange={(text) => change({ leader: text })}
        />
        <TextField
          name="月份"
          placeholder="2022-09"
          width={104}
          value={month ?? ''}
          onChange={(text) => change({ month: text })}
        />
        <AsOfPicker value={asOf} current={answer.data?.pages[0]?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="外出招商与接待"
        scope={() => '最近登记的在前；● 表示领导亲自洽谈、协调、督办'}
        answer={answer}
        chosen={!!asOf}
        measure="次"
        nothing="没有符合条件的外出或接待"
      >
        {(visits) => <VisitTable visits={visits} />}
      </PagedSheet>
    </>
  );
}
