import { type PostedMetric } from '#libs/postings';
import { type Metric } from './metric.js';

const sum = (code: PostedMetric, name: string, unit: Metric['unit'], definition: string): Metric => ({
  code,
  name,
  unit,
  definition,
  measure: { kind: 'sum', of: code },
  hasAmounts: true,
});

const rate = (code: string, name: string, cohort: PostedMetric, reached: PostedMetric, definition: string): Metric => ({
  code,
  name,
  unit: '%',
  definition: `${definition}四舍五入到 0.1%；分母为零的单位不列入。`,
  measure: { kind: 'rate', reached, cohort },
  hasAmounts: true,
});

const milestone = (code: PostedMetric, name: string, what: string, more = ''): Metric =>
  sum(
    code,
    `${name}项目数`,
    '个',
    `${name}日在统计期内的项目个数，不论何时签约，按${name}当日的责任单位计，有分享约定的按比例计；${what}记录经查实作废的予以冲减。${more}`,
  );

/** Counts, amounts and rates of a project's life (features.md P11, P13), in the order of life. */
export const LIFE_CYCLE_METRICS: readonly Metric[] = [
  sum(
    'signed-projects',
    '签约项目数',
    '个',
    '合同签订日在统计期内的项目个数，按签约时的责任单位计，有分享约定的按比例计；意向书、框架协议不计；合同其后终止的仍计，合同记录经查实作废的予以冲减。',
  ),
  sum('signed-investment', '签约总投资', '万元', '合同签订日在统计期内的项目的总投资；合同变更增减的部分计入变更日。'),
  sum(
    'signed-fixed-assets',
    '签约固定资产投资',
    '万元',
    '合同签订日在统计期内的项目的固定资产投资；合同变更增减的部分计入变更日。',
  ),
  milestone('registered-projects', '注册', '企业注册'),
  milestone('landed-projects', '落地', '企业注册或拿地', '企业已注册且已拿地为落地，以后一项之日为落地日。'),
  milestone('started-projects', '开工', '开工'),
  rate(
    'start-rate',
    '签约项目开工率',
    'signed-projects',
    'started-projects',
    '分母为统计期内签约的项目，分子为其中截至期末已开工的项目，均计入签约时的责任单位；合同终止的仍在分母。',
  ),
  sum(
    'planned-starts',
    '计划开工项目数',
    '个',
    '年度计划的开工月份最后一日在统计期内的项目个数，按该日的责任单位计，有分享约定的按比例计；年度计划重新下达的以新计划为准。',
  ),
  rate(
    'planned-start-rate',
    '计划开工率',
    'planned-starts',
    'started-projects',
    '分母为年度计划的开工月份最后一日在统计期内的项目，分子为其中截至期末已开工的项目（提前开工的也算），均计入开工月份最后一日的责任单位；合同终止的仍在分母。统计期为全年的即年度计划开工率，为年初至统计日的即时序计划开工率。',
  ),
  milestone('completed-projects', '竣工', '竣工'),
  rate(
    'completion-rate',
    '开工项目竣工率',
    'started-projects',
    'completed-projects',
    '分母为统计期内开工的项目，分子为其中截至期末已竣工的项目，均计入开工时的责任单位。',
  ),
  milestone('producing-projects', '投产', '投产', '试生产之日即投产日。'),
  rate(
    'production-rate',
    '开工项目投产率',
    'started-projects',
    'producing-projects',
    '分母为统计期内开工的项目，分子为其中截至期末已投产的项目，均计入开工时的责任单位。',
  ),
  milestone('output-reached-projects', '达产', '达产', '年产值达到合同约定为达产。'),
  rate(
    'output-reached-rate',
    '投产项目达产率',
    'producing-projects',
    'output-reached-projects',
    '分母为统计期内投产的项目，分子为其中截至期末已达产的项目，均计入投产时的责任单位。',
  ),
  rate(
    'contract-fulfilment-rate',
    '合同履约率',
    'terms-due',
    'terms-met',
    '分母为约定日在统计期内的合同事项（注册、开工、竣工、投产，每项计一），分子为其中截至期末已实现的（含逾期实现），均计入约定日的责任单位；到期前变更的按变更后的约定日，到期后变更的仍按原约定日，合同终止后未到期的不计；停工不顺延约定日。',
  ),
  sum('capital-arrived', '到位资金', '万元', '到位日在统计期内的资金，外币按登记的汇率折算，按到位日的责任单位计。'),
  sum(
    'foreign-capital-arrived',
    '到位外资',
    '万元',
    '到位日在统计期内的外资，按登记的汇率折算，按到位日的责任单位计。',
  ),
  rate(
    'capital-arrival-rate',
    '资金到位率',
    'capital-due',
    'capital-met',
    '分母为合同出资计划中约定日在统计期内的金额，分子为其中截至期末已到位的金额：到位资金按约定日先后逐期抵充，均计入约定日的责任单位；故不超过 100%，提前到位的计入其所抵充的一期。',
  ),
  sum(
    'investment-completed',
    '完成投资',
    '万元',
    '各月登记的当月完成投资，计入当月最后一日（当月未完的计入登记日），按该日的责任单位计。',
  ),
  sum('output', '产值', '万元', '各年度登记的产值，计入该年 12 月 31 日（当年未完的计入登记日）。'),
  sum('tax', '税收', '万元', '各年度登记的税收，计入该年 12 月 31 日（当年未完的计入登记日）。'),
  sum(
    'jobs',
    '新增就业',
    '人',
    '年末就业人数比上一个登记年度的增减，计入该年 12 月 31 日（当年未完的计入登记日）；自投产起合计即期末就业人数。',
  ),
];
