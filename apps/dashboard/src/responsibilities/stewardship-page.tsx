import { type Address } from '../address.js';
import { type History } from '../api.js';
import { HistoryTable } from '../events/history-table.js';
import { useHistory, useUnitNames } from '../queries.js';
import { MomentBar } from '../ui/moment-bar.js';
import { NoSheet, Sheet } from '../ui/sheet.js';

interface Attached {
  readonly kind: string;
  readonly code: string;
  readonly name?: string;
}

/** One enterprise, park or district: everything recorded of the leaders who look after it. */
export function StewardshipPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const unitName = useUnitNames();
  const { data, error, refetch, isPlaceholderData } = useHistory<Pick<History, 'id' | 'asOf' | 'entries'>>(
    `stewardships/${encodeURIComponent(id)}`,
    { on, asOf },
  );
  const subject = data?.entries.find(({ type }) => type === 'StewardAttached')?.data as Attached | undefined;
  const renamed = data?.entries.findLast(({ type }) => type === 'StewardedRenamed')?.data as
    Pick<Attached, 'name'> | undefined;
  return (
    <>
      <MomentBar
        address={address}
        back={{ view: 'responsibilities', side: 'stewardships', name: '全部领导挂钩' }}
        current={data?.asOf}
      />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={subject ? (renamed?.name ?? subject.name ?? unitName(subject.code)) : '领导挂钩'}
          scope={subject?.kind === 'enterprise' ? `统一社会信用代码 ${subject.code}` : undefined}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {!subject && <p className="nothing">到这一时点为止，还没有领导挂钩。</p>}
          <HistoryTable entries={data.entries} on={on} />
        </Sheet>
      )}
    </>
  );
}
