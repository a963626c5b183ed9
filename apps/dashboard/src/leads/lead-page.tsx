import { type Address, formatAddress } from '../address.js';
import { HistoryTable } from '../events/history-table.js';
import { ThingHistory } from '../events/thing-history.js';
import { grouped, longDay } from '../format.js';
import { useAnswer, useHistory } from '../queries.js';
import { type Fact, FactList } from '../ui/fact-list.js';
import { IntroducerName } from '../ui/introducer.js';
import { MomentBar } from '../ui/moment-bar.js';
import { ProjectLink } from '../ui/project-link.js';
import { NoSheet, Sheet } from '../ui/sheet.js';
import { StatusTag } from '../ui/status-tag.js';
import { type Step, Steps } from '../ui/steps.js';
import { type WordsOf, useVocabulary } from '../vocabulary.js';
import { VisitsOfLead } from '../visits/visits-of.js';
import { inWords } from '../words.js';
import { type ClassRules, type LeadHistory, type LeadState } from './answers.js';
import { Merged } from './merged.js';
import { Referral } from './referral.js';

/** One lead: what it is, how far it came, who shares in it, who met the investor first, visits, and every event. */
export function LeadPage({ id, address }: { id: string; address: Address }) {
  const { on, asOf } = address.params;
  const path = `leads/${encodeURIComponent(id)}`;
  const { data, error, refetch, isPlaceholderData } = useHistory<LeadHistory>(path, { on, asOf });
  const wordsOf = useVocabulary();
  return (
    <>
      <MomentBar address={address} back={{ view: 'leads', name: '全部线索' }} current={data?.asOf} />
      {!data || error ? (
        <NoSheet error={error} retry={refetch} />
      ) : (
        <Sheet
          title={data.state?.title ?? '线索'}
          marks={
            data.state && (
              <StatusTag tone={toneOf(data.state.status)}>
                {inWords(wordsOf('leadStatuses'), data.state.status)}
              </StatusTag>
            )
          }
          scope={on && `${longDay(on)}当日的状态，此后发生的事项以浅色列出`}
          asOf={data.asOf}
          chosen={!!asOf}
          stale={isPlaceholderData}
        >
          {data.state ? (
            <>
              <Facts lead={data.state} wordsOf={wordsOf} />
              <Steps name="线索进程" steps={stepsOf(data.state)} />
              <Referral lead={data.state} />
              <Merged leads={data.merged} />
            </>
          ) : (
            <p className="nothing">到这一天为止，这条线索还没有登记。</p>
          )}
          <ThingHistory path={`${path}/first-contact`} moment={{ on, asOf }} title="首谈申报与裁定" />
          <VisitsOfLead lead={id} asOf={asOf} />
          <HistoryTable entries={data.entries} on={on} />
        </Sheet>
      )}
    </>
  );
}

const toneOf = (status: string) =>
  status === 'converted' ? 'done' : ['captured', 'qualified'].includes(status) ? 'open' : 'ended';

function Facts({ lead, wordsOf }: { lead: LeadState; wordsOf: WordsOf }) {
  const { data: rules } = useAnswer<ClassRules>('lead-class-rules');
  const classes = rules?.versions.flatMap((version) => version.classes) ?? [];
  const { channel, method, unit, capturedUnit, conversion, mergedInto, reportedTo } = lead;
  const facts: Fact[] = [
    ['企业', lead.enterprise],
    ['统一社会信用代码', lead.creditCode],
    ['企业来自', lead.region],
    ['企业层级', lead.tiers.map((tier) => inWords(wordsOf('leadTiers'), tier)).join('、')],
    ['预计投资（万元）', grouped(lead.expectedInvestment)],
    ['产业链', lead.chain],
    ['分级', lead.class && (classes.findLast(({ code }) => code === lead.class)?.name ?? lead.class)],
    ['已自动上报', reportedTo.map(({ name }) => name).join('、')],
    ['来源', inWords(wordsOf('leadChannels'), channel)],
    ['招商方式', method && inWords(wordsOf('leadMethods'), method)],
    ['引荐企业', lead.introducer && <IntroducerName introducer={lead.introducer} />],
    ['责任单位', unit.name],
    ['采集单位', capturedUnit.code !== unit.code && capturedUnit.name],
    ['采集人', lead.capturedBy],
    ['承办人', lead.assignee],
    ['项目', conversion && <ProjectLink id={conversion.projectId} name="查看项目" />],
    ['并入', mergedInto && <MergedInto id={mergedInto} />],
    ['理由', lead.reason],
  ];
  return <FactList facts={facts} />;
}

/** The lead that goes on in place of this one. */
function MergedInto({ id }: { id: string }) {
  const { data } = useAnswer<{ title: string }>(`leads/${encodeURIComponent(id)}`);
  return <a href={formatAddress({ path: ['leads', id], params: {} })}>{data?.title ?? '另一条线索'}</a>;
}

function stepsOf({ status, rejectedOn, droppedOn, mergedOn, ...lead }: LeadState): Step[] {
  const steps: Step[] = [
    { code: 'contact', name: '首次接触', day: lead.firstContactOn },
    { code: 'captured', name: '登记', day: lead.capturedOn },
    { code: 'qualified', name: '认定有效', day: lead.qualifiedOn },
  ];
  if (status === 'rejected') return [...steps, { code: 'rejected', name: '否决', day: rejectedOn }];
  if (status === 'dropped') return [...steps, { code: 'dropped', name: '放弃', day: droppedOn }];
  if (status === 'merged') return [...steps, { code: 'merged', name: '并入', day: mergedOn }];
  return [...steps, { code: 'converted', name: '转为项目', day: lead.convertedOn }];
}
