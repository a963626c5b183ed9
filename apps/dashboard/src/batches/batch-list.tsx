import { type Address, formatAddress, withParams } from '../address.js';
import { usePages } from '../queries.js';
import { AsOfPicker } from '../ui/as-of-picker.js';
import { DayField } from '../ui/day-field.js';
import { ListEnd } from '../ui/list-end.js';
import { PrintButton } from '../ui/print-button.js';
import { SelectField, UnitSelect } from '../ui/select-field.js';
import { ShareBar } from '../ui/share-bar.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { goTo } from '../use-address.js';
import { BATCH_KINDS, type Batch } from './answers.js';

/** Every 集中签约, 集中开工 and 集中竣工, with how much of it came true. */
export function BatchList({ address }: { address: Address }) {
  const { on, asOf, kind, unit } = address.params;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = usePages<Batch>(
    'batches',
    { on, asOf, kind, unit, limit: '50' },
  );
  const change = (changes: Record<string, string | undefined>) => goTo(withParams(address, changes));
  const [first] = data?.pages ?? [];
  const batches = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <>
      <section className="filters filter-row" aria-label="筛选">
        <SelectField
          name="类别"
          width={104}
          value={kind}
          options={Object.entries(BATCH_KINDS)}
          onChange={(code) => change({ kind: code })}
        />
        <UnitSelect name="组织单位" value={unit} onChange={(code) => change({ unit: code })} />
        <span className="field">
          <span className="field-name">业务日</span>
          <DayField label="业务日" clearable value={on ?? first?.on} onChange={(day) => change({ on: day })} />
        </span>
        <AsOfPicker value={asOf} current={first?.asOf} onChange={(value) => change({ asOf: value })} />
        <PrintButton />
      </section>
      {!first || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title="集中活动"
          scope={`兑现情况算到 ${first.on}`}
          asOf={first.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          <BatchTable batches={batches} params={address.params} />
          <ListEnd
            count={batches.length}
            measure="次"
            nothing="没有符合条件的集中活动"
            hasMore={hasNextPage}
            isLoading={isFetchingNextPage}
            onMore={fetchNextPage}
          />
        </Sheet>
      )}
    </>
  );
}

function BatchTable({ batches, params }: { batches: readonly Batch[]; params: Address['params'] }) {
  return (
    <table className="grid list">
      <caption className="unseen">集中活动</caption>
      <thead>
        <tr>
          <th scope="col">活动</th>
          <th scope="col">类别</th>
          <th scope="col">组织单位</th>
          <th scope="col">计划举办</th>
          <th scope="col">举办</th>
          <th scope="col" className="number">
            名单（个）
          </th>
          <th scope="col" className="number">
            兑现（个）
          </th>
          <th scope="col" className="number">
            兑现率（%）
          </th>
          <th scope="col" aria-hidden />
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <th scope="row">
              <a href={formatAddress({ path: ['batches', batch.id], params })}>{batch.name}</a>
            </th>
            <td>{BATCH_KINDS[batch.kind]}</td>
            <td>{batch.unit.name}</td>
            <td className="day">{batch.plannedFor}</td>
            <td className="day">{batch.heldOn ?? <span className="muted">未举办</span>}</td>
            <td className="number">{batch.listed}</td>
            <td className="number">{batch.reached}</td>
            <td className="number" title={batch.definition}>
              {batch.rate}
            </td>
            <td className="bar-cell">{batch.rate && <ShareBar part={Number(batch.rate) / 100} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
