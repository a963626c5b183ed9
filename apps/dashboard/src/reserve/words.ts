type Words = Readonly<Record<string, string>>;

/** How far an entry of the reserve has come. */
export const STAGES: Words = {
  idea: '谋划',
  reserve: '储备',
  ready: '成熟',
  converted: '已转项目',
  dropped: '已放弃',
  cleared: '已清理',
};

export const FUNDINGS: Words = { market: '市场投资', fiscal: '财政投资' };

export const SITE_OUTCOMES: Words = { passed: '相符', failed: '不相符' };

/** 选商, 比商, 定商. */
export const SELECTION_STEPS: Words = { sought: '选商', compared: '比商', chosen: '定商' };

/** 前期工作, in the order in which they are mostly done. */
export const WORKS: Words = {
  proposal: '项目建议书',
  feasibility: '可行性研究',
  'site-opinion': '用地预审与选址',
  environment: '环评',
  energy: '能评',
  'preliminary-design': '初步设计',
  land: '用地报批',
  demolition: '征拆',
  funding: '资金筹措',
};

export const WORK_STATES: Words = { 'not-started': '未开展', 'under-way': '进行中', done: '已完成' };
