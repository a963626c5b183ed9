import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { type Recorder } from './support/recorder.js';
import { type Works, recordWorks } from './support/works.js';

interface Listed extends Works {
  readonly batch: string;
}

/** What people need of a list: its columns in their order, those in brackets without a word in what was recorded here. */
const LISTS: readonly (readonly [address: (listed: Listed) => string, table: string, columns: string])[] = [
  [
    () => '/projects',
    '项目列表',
    '项目 责任单位 阶段 立项 签约 [拿地] 开工 [竣工] [投产] [达产] 总投资（万元） 固投（万元）',
  ],
  [
    ({ project }) => `/projects/${project}`,
    '六定',
    '事项 目标任务 牵头领导 责任单位 工作要求 落实 办结时间 办结 办结情况 逾期（天）',
  ],
  [() => '/leads', '线索列表', '线索 企业 企业层级 来源 产业链 责任单位 状态 登记 认定有效 转为项目 预计投资（万元）'],
  [
    () => '/reserve?on=2022-07-10',
    '储备项目',
    '项目 谋划单位 阶段 投资性质 产业链 计划投资（万元） 谋划 [入库] [成熟] 最近进展 停滞（天）',
  ],
  [
    () => '/admission',
    '准入评审',
    '项目 责任单位 结论 未通过的事项 质量得分/合格分 评审 特批 特批人 特批理由 规则版本',
  ],
  [
    () => '/approvals?on=2022-05-31',
    '审批事项',
    '事项 项目 审批部门 状态 由谁办理 申请 受理 [办结] 期限 已用/时限（天） 剩余（天）',
  ],
  [
    () => '/approvals/list?on=2022-12-31',
    '清单事项',
    '事项 时限按 法定时限（天） 承诺时限（天） 告知承诺 申请时须交 可容缺后补',
  ],
  [() => '/approvals/list', '清单各版本', '版本 施行日 状态 事项（项） 发布日 发布单位'],
  [() => '/overdue?on=2022-07-31', '逾期事项', '逾期（天） 类别 事项 到期日 应办单位 项目（或挂钩对象） 责任单位'],
  [() => '/batches?on=2022-09-30', '集中活动', '活动 类别 组织单位 计划举办 举办 名单（个） 兑现（个） 兑现率（%）'],
  [({ batch }) => `/batches/${batch}?on=2022-09-30`, '名单', '项目 责任单位 列入名单 事项 兑现日 距活动（天）'],
  [() => '/visits', '外出与接待', '结束日 事由 类别 单位 带队领导 洽谈 协调 督办 地点 企业 项目（个） 线索（条） 天数'],
  [
    () => '/visits/in-person?from=2022-07-01&to=2022-12-31',
    '三个亲自',
    '项目 责任单位 投资额（万元） 亲自洽谈（次） 亲自协调（次） 亲自督办（次） 领导 最近一次',
  ],
  [() => '/responsibilities', '项目责任', '项目 阶段 责任单位 第一责任单位 专班 挂钩领导 六定事项 办结时间 [办结]'],
  [
    () => '/responsibilities/stewardships',
    '领导挂钩',
    '挂钩对象 类别 领导 方式 责任单位 自 [至] 六定事项 办结时间 [办结]',
  ],
  [
    () => '/planned-starts?year=2022&on=2022-09-30',
    '计划开工的项目，截至 2022-09-30',
    '项目 责任单位 计划开工 开工 偏差（天）',
  ],
];

describe('a list', () => {
  let ledger: RecordedLedger<Listed>;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  let token: string;

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startRecordedLedger(recordListed), openBrowser()]);
    token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
    watched = await openPage(browser, ledger.url);
    page = watched.page;
  });
  afterAll(async () => {
    await watched?.close();
    await browser?.close();
    await ledger?.stop();
  });

  it.each(LISTS.map(([address, name, columns]) => [name, address, columns] as const))(
    '%s has every column that people need, with something in it',
    async (name, address, columns) => {
      const fragment = address(ledger.recorded);
      await page.goto('about:blank');
      await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
      await page.locator('main article.sheet[aria-busy=false]').waitFor();
      const table = page.getByRole('table', { name, exact: true });
      await table.locator('tbody tr').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await columnsOf(table)).toBe(columns);
    },
  );
});

async function recordListed(recorder: Recorder): Promise<Listed> {
  const works = await recordWorks(recorder);
  const record = (path: string, body: object) => recorder.send('department', 'city', path, body);
  const name = '三季度集中开工竣工';
  const planned = { kind: 'start-completion', name, unit: 'city', heldOn: '2022-07-01', occurredOn: '2022-06-20' };
  const batch = await record('batches', planned);
  const listing = { deed: 'start', projects: [works.project, works.late], occurredOn: '2022-06-21' };
  await record(`batches/${batch}/projects`, listing);
  await record(`batches/${batch}/holding`, { occurredOn: '2022-07-05' });
  return { ...works, batch };
}

/** The names of the columns, in brackets where no row says anything. Pictures are hidden from those who can't see them, and have none. */
async function columnsOf(table: Locator): Promise<string> {
  const heads = await Promise.all(
    (await table.locator('thead th').all()).map(async (head) =>
      (await head.getAttribute('aria-hidden')) === null ? (await head.innerText()).trim() : '',
    ),
  );
  const rows = await Promise.all(
    (await table.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()),
  );
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([heads.length]));
  return heads
    .map((head, index) => [head, rows.some((cells) => cells[index]?.trim())] as const)
    .filter(([head]) => head !== '')
    .map(([head, filled]) => (filled ? head : `[${head}]`))
    .join(' ');
}
