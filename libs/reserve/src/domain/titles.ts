import { type ReserveEvent } from './reserve.events.js';
import { type ZombiesReviewed } from './zombie-review.events.js';

/** What happened, in a word, for whoever reads the event. */
export const RESERVE_TITLES: Readonly<Record<(ReserveEvent | ZombiesReviewed)['type'], string>> = {
  ProjectPlanned: '谋划登记',
  SiteChecked: '多规合一选址核对',
  SelectionAdvanced: '选商进展',
  EarlyWorksReported: '前期工作进展',
  ReserveEntered: '入储备库',
  ReserveReadied: '认定成熟',
  ReserveConverted: '储备转为项目',
  ReserveDropped: '储备放弃',
  ZombieFlagged: '列为僵尸项目',
  ZombieRevived: '僵尸项目激活',
  ZombieCleared: '僵尸项目清理',
  ZombiesReviewed: '僵尸项目清查',
  ReserveStepVoided: '储备上一步作废',
};
