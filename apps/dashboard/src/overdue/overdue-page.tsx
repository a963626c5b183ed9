import { type Address, formatAddress, withParams } from '../address.js';
import { type ProjectName, type UnitName } from '../api.js';
import { longDay } from '../format.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { ListEnd } from '../ui/list-end.js';
import { PrintButton } from '../ui/print-button.js';
import { ProjectLink } from '../ui/project-link.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { ShareBar } from '../ui/share-bar.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { goTo } from '../use-address.js';
import { inWords } from '../words.js';

interface Overdue {
  readonly kind: string;
  readonly code: string;
  readonly name: string;
  readonly project?: ProjectName;
  /** The enterprise, park or district that a leader looks after. */
  readonly stewarded?: { readonly stewardship: string; readonly name: string };
  readonly unit: UnitName;
  /** Who has to act. */
  readonly holder: UnitName;
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly approvalId?: string;
  /** By name what was still to be handed in. */
  readonly outstanding?: readonly string[];
}

const KINDS = {
  approval: '审批时限',
  'approval-papers': '补交材料',
  contract: '合同约定',
  plan: '计划节点',
  responsibility: '项目六定',
  stewardship: '挂钩六定',
};

/** 预警: what is overdue on a day, the longest overdue first, and who has to act. */
export default function OverduePage({ address }: { address: Address }) {
  const { on, asOf, kind, unit, holder } = address.params;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePages<Overdue>(
    'overdue',
    { on, asOf, kind, unit, holder, limit: '100' },
  );
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const [first] = data?.pages ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <span className="field">
          <span className="field-name">业务日</span>
          <DayField label="业务日" clearable value={on ?? first?.on} onChange={(day) => change({ on: day })} />
        </span>
        <SelectField
          name="类别"
          width={104}
          value={kind}
          options={Object.entries(KINDS)}
          onChange={(code) => change({ kind: code })}
        />
        <UnitSelect name="责任单位" value={unit} onChange={(code) => change({ unit: code })} />
        <UnitSelect name="应办单位" value={holder} onChange={(code) => change({ holder: code })} />
        <AsOfPicker value={asOf} current={first?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!first || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title="预警"
          scope={first.on && `${longDay(first.on)}终了时已逾期的事项，逾期最久的在前`}
          asOf={first.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          <OverdueTable rows={rows} moment={withParams({ path: [], params: {} }, { on, asOf }).params} />
          <ListEnd
            count={rows.length}
            measure="项"
            nothing="没有逾期事项"
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={fetchNextPage}
          />
        </Sheet>
      )}
    </>
  );
}

function OverdueTable({ rows, moment }: { rows: readonly Overdue[]; moment: Address['params'] }) {
  const most = Math.max(...rows.map(({ daysOverdue }) => daysOverdue), 1);
  return (
    <table className="grid overdue">
      <caption className="unseen">逾期事项</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            逾期（天）
          </th>
          <th scope="col" aria-hidden />
          <th scope="col">类别</th>
          <th scope="col">事项</th>
          <th scope="col">到期日</th>
          <th scope="col">应办单位</th>
          <th scope="col">项目（或挂钩对象）</th>
          <th scope="col">责任单位</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <OverdueRow key={keyOf(row)} row={row} most={most} moment={moment} />
        ))}
      </tbody>
    </table>
  );
}

const keyOf = ({ kind, project, stewarded, approvalId, code, dueOn, name }: Overdue): string =>
  [kind, project?.id ?? stewarded?.stewardship, approvalId ?? code, dueOn, name].join();

function OverdueRow({ row, most, moment }: { row: Overdue; most: number; moment: Address['params'] }) {
  const { kind, name, project, stewarded, unit, holder, dueOn, daysOverdue, approvalId, outstanding } = row;
  return (
    <tr>
      <td className="number late">{daysOverdue}</td>
      <td className="bar-cell">
        <ShareBar part={daysOverdue / most} tone="late" />
      </td>
      <td>{inWords(KINDS, kind)}</td>
      <th scope="row">
        {approvalId ? <a href={formatAddress({ path: ['approvals', approvalId], params: moment })}>{name}</a> : name}
        {outstanding && <div className="muted">尚欠：{outstanding.join('、')}</div>}
      </th>
      <td className="day">{dueOn}</td>
      <td>{holder.name}</td>
      <td>
        {project && <ProjectLink id={project.id} name={project.name} asOf={moment['asOf']} />}
        {stewarded && (
          <a
            href={formatAddress({
              path: ['responsibilities', 'stewardships', stewarded.stewardship],
              params: moment,
            })}
          >
            {stewarded.name}
          </a>
        )}
      </td>
      <td>{unit.name}</td>
    </tr>
  );
}
