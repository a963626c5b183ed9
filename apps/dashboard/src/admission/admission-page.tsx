import { type Address } from '../address.js';
import { HistoryTable } from '../events/history-table.js';
import { useHistory } from '../queries.js';
import { MomentBar } from '../ui/moment-bar.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { StatusTag } from '../ui/status-tag.js';
import { inWords } from '../words.js';
import { type AdmissionShown, type Review } from './answers.js';
import { ReviewSection } from './review-section.js';
import { STANDINGS } from './words.js';

/** Whether a project may sign on a day: its last review check by check, overrides, and every event. */
export function AdmissionPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const { data, error, refetch, isPlaceholderData } = useHistory<AdmissionShown>(
    `projects/${encodeURIComponent(id)}/admission`,
    { on, asOf },
  );
  return (
    <>
      <MomentBar
        address={address}
        back={{ view: 'admission', name: '全部准入评审' }}
        current={data?.asOf}
        on={data?.on}
      />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={`${data.project.name}准入评审`}
          marks={<StatusTag tone={toneOf(data.standing)}>{inWords(STANDINGS, data.standing)}</StatusTag>}
          scope={
            <>
              <ProjectLink id={data.project.id} name={data.project.name} asOf={asOf} /> · {data.project.unit.name} ·
              拟于 {data.on} 签约
            </>
          }
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          <Reviews answer={data} />
          {data.entries.length > 0 && <HistoryTable entries={data.entries} on={on} />}
        </Sheet>
      )}
    </>
  );
}

const toneOf = (standing: string) => (standing === 'admitted' ? 'done' : standing === 'refused' ? 'ended' : 'open');

/** The last review by the day, and what was decided against it. */
function Reviews({ answer: { entries, on } }: { answer: AdmissionShown }) {
  const by = entries.filter(({ occurredOn }) => occurredOn <= on);
  const review = by.findLast(({ type }) => type === 'AdmissionReviewed');
  if (!review) return <p className="nothing">到这一天为止，本项目还没有作过准入评审。</p>;
  const override = by.slice(by.indexOf(review)).findLast(({ type }) => type === 'AdmissionOverridden');
  const { approver, reason } = (override?.data ?? {}) as { approver?: string; reason?: string };
  return (
    <>
      {override && (
        <p className="note">
          {override.occurredOn} 特批准入：{reason}（特批人 {approver}）
        </p>
      )}
      <ReviewSection review={review.data as unknown as Review} />
    </>
  );
}
