type Words = Readonly<Record<string, string>>;

/** How the last review came out. */
export const OUTCOMES: Words = { admitted: '准入', refused: '不予准入', overridden: '特批准入' };

/** Whether a project may sign on a day. */
export const STANDINGS: Words = {
  'not-required': '无需评审',
  admitted: '可以签约',
  refused: '不予准入',
  'not-reviewed': '未评审',
};

/** What a review is told of a project. */
export const FACTS: Words = {
  investment: '投资额（万元）',
  landMu: '用地（亩）',
  annualTax: '年税收（万元）',
  growth: '年增长率（%）',
};
