import { type Address, formatAddress } from '../address.js';
import { ThingHistory } from '../events/thing-history.js';
import { useAnswer } from '../queries.js';
import { type Fact, FactList } from '../ui/fact-list.js';
import { MomentBar } from '../ui/moment-bar.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { StatusTag } from '../ui/status-tag.js';
import { type Step, Steps } from '../ui/steps.js';
import { inWords } from '../words.js';
import { type Approval, type ApprovalShown } from './answers.js';
import { ApprovalTable, allowedBy } from './approval-table.js';
import { ClockStrip } from './clock-strip.js';
import { DAY_KINDS, HOLDERS, STATUSES } from './words.js';

/** One approval: its clock, whose each waiting day was, what had to be supplied, earlier attempts, and every event. */
export function ApprovalPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const path = `approvals/${encodeURIComponent(id)}`;
  const { data, error, refetch, isPlaceholderData } = useAnswer<ApprovalShown>(path, { on, asOf });
  return (
    <>
      <MomentBar address={address} back={{ view: 'approvals', name: '全部审批' }} current={data?.asOf} on={data?.on} />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={data.approval.name}
          marks={<Marks approval={data.approval} />}
          scope={
            <>
              <ProjectLink {...data.approval.project} asOf={asOf} /> · {data.on} 终了时的状态
            </>
          }
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          <FactList facts={factsOf(data.approval)} />
          <Steps name="审批进程" steps={stepsOf(data.approval)} />
          <ClockStrip shown={data} />
          <Earlier approvals={data.earlier} moment={address.params} />
          <ThingHistory path={path} moment={{ on, asOf }} />
        </Sheet>
      )}
    </>
  );
}

function Marks({ approval: { status, overdue, limit, owed } }: { approval: Approval }) {
  const tone = status === 'granted' ? 'done' : ['refused', 'withdrawn', 'revoked'].includes(status) ? 'ended' : 'open';
  return (
    <>
      <StatusTag tone={tone}>{inWords(STATUSES, status)}</StatusTag>
      {overdue && <span className="tag">逾期 {limit?.daysOverdue} 天</span>}
      {owed?.overdue && <span className="tag">材料逾期未补</span>}
    </>
  );
}

function factsOf({ terms, limit, owed, listed, ...approval }: Approval): Fact[] {
  const { promised, statutory, days } = terms;
  const measure = inWords(DAY_KINDS, days);
  return [
    ['审批部门', approval.department.name],
    ['申请单位', approval.unit.name],
    ['代办单位', approval.agentUnit?.name],
    ['并联办件', approval.jointCase],
    ['绿色通道', approval.greenChannel && '是'],
    ['批复文号', approval.number],
    ['由谁办理', approval.holder && HOLDERS[approval.holder]],
    ['法定时限', `${statutory} 个${measure}`],
    ['承诺时限', promised !== undefined && `${promised} 个${measure}`],
    ['期限', limit?.dueOn ?? '受理后起算'],
    ['已用', limit && `${limit.used}/${allowedBy(limit)} 个${measure}`],
    [
      '剩余',
      limit && <span className={limit.remaining < 0 ? 'late' : undefined}>{`${limit.remaining} 个${measure}`}</span>,
    ],
    [
      owed?.kind === 'commitment' ? '承诺事项' : '容缺材料',
      owed &&
        `${owed.items.join('、')}${owed.suppliedOn ? `，${owed.suppliedOn} 已补齐` : owed.by ? `，${owed.by} 前补齐` : ''}`,
    ],
    ['尚欠', owed && owed.outstanding.length < owed.items.length && owed.outstanding.join('、')],
    [
      '审批事项清单',
      listed && (
        <>
          <a href={formatAddress({ path: ['approvals', 'list'], params: { on: approval.requestedOn } })}>
            第 {listed.version} 版
          </a>
          {listed.materials.length > 0 && `：${listed.materials.map(({ name }) => name).join('、')}`}
        </>
      ),
    ],
    [
      '日历',
      limit && limit.weekendsOnlyIn.length > 0 && `${limit.weekendsOnlyIn.join('、')} 年未发布工作日历，仅扣除周末`,
    ],
  ];
}

/** Supplements come before acceptance; each that was asked for stands on the way. */
function stepsOf({ requestedOn, supplements, acceptedOn, decidedOn, revokedOn, status }: Approval): Step[] {
  const asked = supplements.flatMap((supplement, index): Step[] => [
    { code: `asked${index}`, name: '告知补正', day: supplement.askedOn },
    { code: `supplied${index}`, name: '补正', day: supplement.suppliedOn },
  ]);
  const outcome = { granted: '批准', refused: '不予批准', withdrawn: '撤回', revoked: '批准' }[status] ?? '办结';
  return [
    { code: 'requested', name: '申请', day: requestedOn },
    ...asked,
    { code: 'accepted', name: '受理', day: acceptedOn },
    { code: 'decided', name: outcome, day: decidedOn },
    ...(revokedOn ? [{ code: 'revoked', name: '失效', day: revokedOn }] : []),
  ];
}

function Earlier({ approvals, moment }: { approvals: readonly Approval[]; moment: Address['params'] }) {
  if (approvals.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">以往申请</h2>
      <ApprovalTable caption="以往各次申请" approvals={approvals} moment={moment} />
    </section>
  );
}
