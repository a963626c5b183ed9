import { percent } from '../format.js';
import { type LeadState, type NamedShare } from './answers.js';

/** 流转 and 利益分享: to whom the lead is offered, and how credit for it is divided. */
export function Referral({ lead: { referral, shares } }: { lead: LeadState }) {
  if (!referral && !shares) return null;
  return (
    <section aria-labelledby="referral">
      <h2 id="referral">流转与利益分享</h2>
      {referral && (
        <p>
          {referral.offeredOn} 由{referral.from.name}流转给{referral.to.name}，待答复
          {referral.expiresOn && `（${referral.expiresOn} 前）`}
          {referral.note && `。${referral.note}`}
        </p>
      )}
      <Division shares={referral?.shares ?? shares ?? []} agreed={!referral} />
    </section>
  );
}

/** The parts of one, side by side, as wide as they are large. */
function Division({ shares, agreed }: { shares: readonly NamedShare[]; agreed: boolean }) {
  return (
    <ul className="division" aria-label={agreed ? '已约定的分享比例' : '拟约定的分享比例'}>
      {shares.map(({ unit, share }) => (
        <li key={unit.code} style={{ flexGrow: Number(share) }}>
          <b>{unit.name}</b> {percent(share)}
        </li>
      ))}
    </ul>
  );
}
