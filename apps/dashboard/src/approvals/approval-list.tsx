import { type Address, withParams } from '../address.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { OnField } from '../ui/moment-bar.js';
import { PagedSheet } from '../ui/paged-sheet.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { goTo } from '../use-address.js';
import { useVocabulary } from '../vocabulary.js';
import { type Approval } from './answers.js';
import { ApprovalTable } from './approval-table.js';
import { ApprovalSides } from './sides.js';

const FILTERS = { pending: '在办', overdue: '逾期', granted: '有效' };

/** 审批: every approval on a day, and whose clock runs. */
export function ApprovalList({ address }: { address: Address }) {
  const { on, asOf, unit, department, kind, filter } = address.params;
  const answer = usePages<Approval>('approvals', { on, asOf, unit, department, kind, filter, limit: '100' });
  const [first] = answer.data?.pages ?? [];
  const kinds = useVocabulary()('approvalKinds');
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <ApprovalSides current="approvals" />
        <SelectField
          name="状态"
          width={84}
          value={filter}
          options={Object.entries(FILTERS)}
          onChange={(code) => change({ filter: code })}
        />
        <SelectField
          name="事项"
          width={132}
          value={kind}
          options={Object.entries(kinds)}
          onChange={(code) => change({ kind: code })}
        />
        <UnitSelect name="审批部门" value={department} onChange={(code) => change({ department: code })} />
        <UnitSelect name="责任单位" value={unit} onChange={(code) => change({ unit: code })} />
        <OnField value={on ?? first?.on} onChange={(day) => change({ on: day })} />
        <AsOfPicker value={asOf} current={first?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      <PagedSheet
        title="审批"
        scope={(page) => page.on && `${page.on} 终了时的状态，新申请的在前`}
        answer={answer}
        chosen={!!asOf}
        measure="项"
        nothing="没有符合条件的审批"
      >
        {(approvals) => (
          <ApprovalTable
            caption="审批事项"
            approvals={approvals}
            moment={withParams({ path: [], params: {} }, { on, asOf }).params}
            ofManyProjects
          />
        )}
      </PagedSheet>
    </>
  );
}
