import { type Metric } from './metric.js';

const PLANNED =
  '谋划登记日在统计期内的项目个数，按谋划单位计；其后放弃、或作为僵尸项目清理的予以冲减，转为项目的仍计。';

/** Counts of planning and reserve (features.md P16). */
export const RESERVE_METRICS: readonly Metric[] = [
  {
    code: 'planned-projects',
    name: '谋划项目数',
    unit: '个',
    definition: PLANNED,
    measure: { kind: 'sum', of: 'planned-projects' },
    hasAmounts: true,
  },
  {
    code: 'planned-projects-100m',
    name: '亿元以上谋划项目数',
    unit: '个',
    definition: `计划投资 1 亿元（10000 万元）以上：${PLANNED}`,
    measure: { kind: 'sum', of: 'planned-projects', minInvestment: '10000' },
    hasAmounts: true,
  },
  {
    code: 'reserve-projects',
    name: '入库储备项目数',
    unit: '个',
    definition: '入储备库之日在统计期内的项目个数，按谋划单位计；其后放弃或清理的予以冲减，转为项目的仍计。',
    measure: { kind: 'sum', of: 'reserve-projects' },
    hasAmounts: true,
  },
];
