import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { cellsOf } from './support/tables.js';
import { type Works, recordWorks } from './support/works.js';

/** The views of one thing each, and of who answers for what, with their figures beside the API's. */
describe('the page of one thing', () => {
  let ledger: RecordedLedger<Works>;
  let browser: Browser;
  let token: string;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startRecordedLedger(recordWorks), openBrowser()]);
    token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
  });
  afterAll(async () => {
    await browser?.close();
    await ledger?.stop();
  });
  beforeEach(async () => {
    watched = await openPage(browser, ledger.url);
    page = watched.page;
  });
  afterEach(async () => {
    const { complaints, strangers } = watched;
    await watched.close();
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  });

  const open = async (fragment: string) => {
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    await page.locator('article.sheet[aria-busy=false]').waitFor();
  };
  const table = (name: string) => page.locator(`table.${name}`);
  const ask = <Answer>(path: string) => ledger.client.get<Answer>(token, `/v1/${path}`);
  const facts = async () => {
    const texts = await page.locator('.summary').first().locator('div:has(> dt)').allInnerTexts();
    return Object.fromEntries(texts.map((text) => text.split(/\s*\n\s*/, 2) as [string, string]));
  };
  const steps = async () =>
    (await page.locator('.timeline li').allInnerTexts()).map((step) =>
      step
        .split(/\s*\n\s*/)
        .filter(Boolean)
        .join(' '),
    );
  /** The titles of the last table of events, which every page of one thing ends with. */
  const titles = async (history = table('history').last()) => {
    await history.waitFor();
    return history.locator('.event-title').allInnerTexts();
  };
  /** What the API has on record at a path. */
  const recorded = async (path: string) =>
    (await ask<{ entries: { title: string }[] }>(`${path}/history`)).entries.map(({ title }) => title);

  describe('线索', () => {
    it('shows a lead’s life, whose it was first, who shares in it, its visits and its events', async () => {
      await open('/leads');
      await page.getByRole('link', { name: '光伏组件扩产意向' }).click();
      await page.locator('h1', { hasText: /光伏组件扩产意向\s*已转项目/ }).waitFor();
      await page.getByText('重大展会').first().waitFor();
      expect(await facts()).toMatchObject({
        企业: '某某光伏有限公司',
        企业层级: '上市公司、头部企业',
        '预计投资（万元）': '80,000',
        分级: '重大线索',
        已自动上报: '六安市',
        招商方式: '产业链招商',
        责任单位: '舒城县',
        采集单位: '霍邱县',
      });
      expect(await steps()).toEqual([
        '首次接触 2022-02-20',
        '9 天 登记 2022-03-01',
        '4 天 认定有效 2022-03-05',
        '27 天 转为项目 2022-04-01',
      ]);
      expect(await page.locator('.division li').allInnerTexts()).toEqual(['霍邱县 40%', '舒城县 60%']);
      const first = page.getByRole('table', { name: '首谈申报与裁定' });
      expect(await titles(first)).toEqual(await recorded(`leads/${ledger.recorded.lead}/first-contact`));
      await page.getByRole('table', { name: '外出与接待' }).getByRole('img', { name: '亲自洽谈' }).waitFor();
      expect(await titles()).toEqual(await recorded(`leads/${ledger.recorded.lead}`));
      await page.getByRole('link', { name: '查看项目' }).click();
      await page.locator('h1', { hasText: '光伏组件项目' }).waitFor();
    });

    it('goes back to a day before the referral, and leads from a merged one to the one that goes on, and back', async () => {
      await open(`/leads/${ledger.recorded.lead}?on=2022-03-06`);
      await page.locator('h1', { hasText: '有效' }).waitFor();
      expect(await facts()).toMatchObject({ 责任单位: '霍邱县' });
      expect(await page.locator('.division').count()).toBe(0);
      expect(await table('history').last().locator('tr.later').count()).toBeGreaterThan(0);
      await open(`/leads/${ledger.recorded.merged}`);
      const merged = await page.locator('h1').innerText();
      await page.locator('.summary').getByRole('link', { name: '光伏组件扩产意向' }).click();
      await page.locator('h1', { hasText: /光伏组件扩产意向\s*已转项目/ }).waitFor();
      const same = page.getByRole('region', { name: '并入本条的线索' }).getByRole('link');
      expect(merged).toContain(await same.innerText());
      await same.click();
      await page.locator('h1', { hasText: merged.split('\n')[0] }).waitFor();
    });
  });

  it('储备库 shows how ripe an entry is, what stands still, and every event', async () => {
    await open('/reserve?on=2022-07-10');
    await page.getByRole('link', { name: '城市智慧停车' }).click();
    await page.locator('h1', { hasText: /城市智慧停车\s*谋划\s*僵尸项目 2022-06-30 列入/ }).waitFor();
    const { state } = await ask<{ state: { idleDays: number } }>(
      `reserve/${ledger.recorded.entry}/history?on=2022-07-10`,
    );
    expect(await facts()).toMatchObject({
      '计划投资（万元）': '9,000',
      多规合一: '相符，2022-02-01',
      选商进展: '选商，2022-02-10',
      '停滞（天）': String(state.idleDays),
    });
    expect(await cellsOf(table('early-works'))).toEqual([
      ['项目建议书', '已完成', '2022-02-15'],
      ['环评', '进行中', '2022-02-20'],
    ]);
    expect(await titles()).toEqual(await recorded(`reserve/${ledger.recorded.entry}`));
    await page.getByRole('button', { name: '定格' }).click();
    await page.locator('.as-of .tag', { hasText: '按当时所知' }).waitFor();
  });

  describe('审批', () => {
    it('shows whose each waiting day was, in the API’s figures, and the limit in working days', async () => {
      await open('/approvals?on=2022-05-31&filter=overdue');
      expect((await cellsOf(table('approvals')))[0]?.slice(0, 5)).toEqual([
        '施工许可',
        '光伏组件项目',
        '住建局',
        expect.stringMatching(/已受理\s*逾期 \d+ 天/),
        '审批部门',
      ]);
      await page.getByRole('link', { name: '施工许可' }).click();
      await page.locator('h1', { hasText: '施工许可' }).waitFor();
      const { approval } = await ask<{
        approval: {
          heldDays: Record<string, number>;
          held: object[];
          limit: { used: number; dueOn: string; remaining: number; daysOverdue: number };
        };
      }>(`approvals/${ledger.recorded.approval}?on=2022-05-31`);
      const { heldDays, held, limit } = approval;
      expect(await page.locator('h1').innerText()).toContain(`逾期 ${limit.daysOverdue} 天`);
      expect(await facts()).toMatchObject({
        法定时限: '10 个工作日',
        承诺时限: '5 个工作日',
        期限: limit.dueOn,
        已用: `${limit.used}/5 个工作日`,
        剩余: `${limit.remaining} 个工作日`,
        并联办件: '并联-1',
      });
      expect(await steps()).toEqual([
        '申请 2022-05-05',
        '2 天 告知补正 2022-05-07',
        '3 天 补正 2022-05-10',
        '1 天 受理 2022-05-11',
        '办结 未到',
      ]);
      expect((await cellsOf(table('clock'))).map((cells) => cells.slice(0, 2))).toEqual([
        ['审批部门', String(heldDays['department'])],
        ['企业', String(heldDays['enterprise'])],
        ['不计时限', String(heldDays['excluded'])],
      ]);
      expect(await table('clock').locator('rect').count()).toBe(held.length);
      expect((await cellsOf(table('held'))).at(-2)).toEqual(['不计时限', '2022-05-16', '2022-05-18', '3', '专家评审']);
      expect(await titles()).toEqual(await recorded(`approvals/${ledger.recorded.approval}`));
    });

    it('shows what the list of a day asks for, what may follow, who published it, and its other versions', async () => {
      await open('/approvals');
      await page.getByRole('navigation', { name: '本页' }).getByRole('link', { name: '事项清单' }).click();
      await page.locator('h1', { hasText: /审批事项清单\s*第 2 版/ }).waitFor();
      const versions = page.getByRole('table', { name: '清单各版本' });
      await versions.getByRole('link', { name: '第 1 版' }).click();
      await page.locator('h1', { hasText: /审批事项清单\s*第 1 版/ }).waitFor();
      const { versions: published } = await ask<{ versions: { publishedOn: string }[] }>('approval-list');
      expect(await facts()).toEqual({
        发布单位: '六安市',
        经办: 'administrator-city',
        发布: published[0]?.publishedOn,
        施行: '2022-05-01 至 2022-12-31',
        '事项（项）': '3',
      });
      expect(await cellsOf(page.getByRole('table', { name: '清单事项' }))).toEqual([
        ['施工许可', '工作日', '10', '5', '', '施工图审查合格书', '农民工工资专户证明'],
        ['函（四函之一） 其余各项', '自然日', '7', '', '', '', ''],
        ['函（四函之一）：前期工作函', '自然日', '7', '当日办结', '可', '', ''],
      ]);
      expect((await cellsOf(versions)).map((cells) => cells.slice(0, 4))).toEqual([
        ['第 2 版', '2023-01-01', '尚未施行', '1'],
        ['第 1 版', '2022-05-01', '施行', '3'],
      ]);
      expect(await titles()).toEqual(await recorded('approval-list'));
      await open(`/approvals/${ledger.recorded.approval}`);
      await page.locator('.summary').getByRole('link', { name: '第 1 版' }).click();
      await page.locator('h1', { hasText: /审批事项清单\s*第 1 版/ }).waitFor();
      await open('/approvals/list?on=2022-04-30');
      await page.getByText('这一天没有施行的审批事项清单').waitFor();
    });

    it('starts no clock before acceptance', async () => {
      await open(`/approvals/${ledger.recorded.approval}?on=2022-05-08`);
      expect(await facts()).toMatchObject({ 期限: '受理后起算', 由谁办理: '企业' });
      expect(await page.locator('h1').innerText()).toContain('待补正');
    });
  });

  it('准入 shows check by check why a project was kept out, and who let it in', async () => {
    await open('/admission');
    expect((await cellsOf(table('list')))[0]).toEqual([
      ...['光伏组件项目', '舒城县', '特批准入', '亩均投资', '75/60', ''],
      ...['2022-04-10', '2022-04-12', 'account-9', '补链关键环节', '1'],
    ]);
    await page.getByRole('link', { name: '光伏组件项目' }).click();
    await page.locator('h1', { hasText: /光伏组件项目准入评审\s*可以签约/ }).waitFor();
    expect(await page.locator('.note').innerText()).toBe('2022-04-12 特批准入：补链关键环节（特批人 account-9）');
    const [checks, quality] = await Promise.all((await table('checks').all()).map(cellsOf));
    expect(checks).toEqual([
      ['环评可行', '通过', '', '', '已预审'],
      ['亩均投资', '不通过', '250.00', '300', ''],
    ]);
    expect(quality?.map((cells) => cells.slice(0, 2))).toEqual([
      ['科技含量', '50/60'],
      ['生态', '25/40'],
    ]);
    expect(await titles()).toEqual(['准入评审', '准入特批']);
    await open(`/admission/${ledger.recorded.project}?on=2022-04-11`);
    await page.locator('h1', { hasText: '不予准入' }).waitFor();
    expect(await page.locator('.note').count()).toBe(0);
  });

  describe('外出接待', () => {
    it('marks what leaders did in person, and opens a visit to its event', async () => {
      await open('/visits');
      await page.getByRole('cell', { name: '来访接待' }).waitFor();
      expect((await cellsOf(table('list'))).map((cells) => cells.slice(0, 8))).toEqual([
        ['2022-08-10', '赴霍邱县', '来访接待', '霍邱县', '县委书记', '', '●', '●'],
        ['2022-03-04', '洽谈光伏组件扩产', '外出招商', '霍邱县', '县委书记', '●', '', ''],
      ]);
      await page.getByRole('link', { name: '洽谈光伏组件扩产' }).click();
      await page.locator('h1', { hasText: '洽谈光伏组件扩产' }).waitFor();
      await page.locator('.summary').getByRole('link', { name: '光伏组件扩产意向' }).waitFor();
      expect(await facts()).toMatchObject({ 日期: '2022-03-02 至 2022-03-04', 三个亲自: '亲自推介考察洽谈' });
      expect(await titles()).toEqual(['外出招商或来访接待']);
    });

    it('counts 三个亲自 for each major project as the API does, and says what nobody did', async () => {
      await open('/visits/in-person?from=2022-07-01&to=2022-12-31');
      const { rows } = await ask<{ rows: { done: Record<string, number> }[] }>(
        'visits/in-person?from=2022-07-01&to=2022-12-31',
      );
      const { coordinate, supervise } = rows[0]!.done;
      expect(await cellsOf(table('list'))).toEqual([
        ...[
          ['光伏组件项目', '霍邱县', '80,000', '未做', String(coordinate), String(supervise), '县委书记', '2022-08-10'],
        ],
      ]);
      await page.getByRole('navigation', { name: '本页' }).getByRole('link', { name: '外出与接待' }).click();
      await page.locator('h1', { hasText: '外出招商与接待' }).waitFor();
    });
  });

  it('预警 names each paper that an approval is owed', async () => {
    await open('/overdue?on=2022-06-12&kind=approval-papers');
    expect(await cellsOf(table('overdue'))).toEqual([
      [
        ...['2', '', '补交材料', '施工许可\n尚欠：农民工工资专户证明', '2022-06-10'],
        ...['霍邱县', '光伏组件项目', '霍邱县'],
      ],
    ]);
  });

  it('计划开工 shows both rates of every unit, and each project’s days of delay', async () => {
    await open('/planned-starts?year=2022&on=2022-09-30');
    const { metrics } = await ask<{
      metrics: { total: { value: string; numerator: string; denominator: string } }[];
    }>('planned-starts?year=2022&on=2022-09-30');
    const [year, toDate] = metrics.map(({ total }) => [`${total.numerator}/${total.denominator}`, total.value]);
    expect(year).toEqual(['1/2', '50.0']);
    await table('planned').waitFor();
    expect(toDate).toEqual(year);
    expect(await cellsOf(table('rates'))).toEqual([
      ['霍邱县', '0.4/1.4', '28.6', '', '0.4/1.4', '28.6', ''],
      ['舒城县', '0.6/0.6', '100.0', '', '0.6/0.6', '100.0', ''],
    ]);
    expect(await table('rates').locator('tfoot').innerText()).toMatch(/合计\s+1\/2\s+50\.0/);
    expect((await cellsOf(table('planned'))).map((cells) => cells.slice(0, 5))).toEqual([
      ['冷链物流项目', '霍邱县', '2022-03', '未开工', '+183'],
      ['光伏组件项目', '霍邱县（0.4）', '2022-06', '2022-07-10', '+10'],
      ['光伏组件项目', '舒城县（0.6）', '2022-06', '2022-07-10', '+10'],
    ]);
    expect(await table('planned').locator('rect.delay').count()).toBe(3);
    expect(await page.locator('.definition').first().innerText()).toContain(
      '分母为年度计划的开工月份最后一日在统计期内的项目',
    );
    await open('/planned-starts?year=2021');
    await page.getByText('这一年没有列明开工月份的年度计划').waitFor();
  });

  it('责任 shows who answers now, who answered before, and finds a leader’s projects', async () => {
    await open('/responsibilities?handedOver=true');
    expect(await cellsOf(table('list'))).toEqual([
      [
        '光伏组件项目',
        '开工',
        expect.stringMatching(
          /^舒城县 2022-04-01 起\s+→ ?霍邱县 2022-08-01 起$|^舒城县 2022-04-01 起\s+霍邱县 2022-08-01 起$/,
        ),
        '舒城县',
        '新能源产业招商组',
        'account-7 包保领导，2022-04-16 起',
        expect.stringMatching(/^年内开工\s+完成投资 2 亿元；舒城县，account-7 牵头；按月调度$/),
        '2022-12-31',
        '',
      ],
    ]);
    await page.getByLabel('领导').fill('account-8');
    await page.getByText('没有符合条件的项目').waitFor();
  });

  it('责任 shows who looks after enterprises and districts, and opens to the events', async () => {
    await open('/responsibilities');
    const sides = page.getByRole('navigation', { name: '本页' });
    await sides.getByRole('link', { name: '企业、园区、区县' }).click();
    await page.getByRole('cell', { name: '包保' }).waitFor();
    expect(await cellsOf(table('list'))).toEqual([
      ['舒城县', '区县', 'account-7 市委常委', '挂钩联系', '舒城县', '2022-04-16', '', '', '', ''],
      [
        ...['某某光伏有限公司', '企业', 'account-7 市委常委', '包保', '霍邱县', '2022-04-16', ''],
        expect.stringMatching(/^解决用工\s+招工 300 人；霍邱县，account-7 牵头；每周调度$/),
        '2022-06-30',
        '',
      ],
    ]);
    await page.getByRole('link', { name: '某某光伏有限公司' }).click();
    await page.locator('h1', { hasText: '某某光伏有限公司' }).waitFor();
    expect(await titles()).toEqual(['领导挂钩企业、园区或区县', '挂钩责任六定']);
  });

  it('项目 shows 六定: whose they are, until when, and what came of them; and who introduced it', async () => {
    const tasks = page.getByRole('table', { name: '六定', exact: true });
    const built = ['年内开工', '完成投资 2 亿元', 'account-7', '舒城县', '按月调度', '2022-05-01', '2022-12-31'];
    const prepared = ['供地', '净地 320 亩', 'account-7', '舒城县', '按月调度', '2022-04-16', '2022-04-25'];
    await open(`/projects/${ledger.recorded.project}?on=2022-04-27`);
    expect(await cellsOf(tasks)).toEqual([[...prepared, '', '未办结', '2']]);
    await open(`/projects/${ledger.recorded.project}?on=2023-01-01`);
    expect(await cellsOf(tasks)).toEqual([
      [...built.with(3, '舒城县\n现由 霍邱县'), '', '未办结', '1'],
      [...prepared, '2022-04-28', '净地已移交', '3'],
    ]);
    expect(await facts()).not.toHaveProperty('引荐企业');
    const brought = page.getByRole('region', { name: '原项目、扩建与引荐' }).locator('li');
    expect((await brought.allInnerTexts()).map((text) => text.trim())).toEqual(['引荐 冷链物流项目 立项']);
    await open(`/projects/${ledger.recorded.late}`);
    expect(await tasks.count()).toBe(0);
    expect(await facts()).toMatchObject({ 引荐企业: '光伏组件项目' });
  });

  it('项目 leads to its lead, approval, admission, visits and plan', async () => {
    await open(`/projects/${ledger.recorded.project}`);
    await table('approvals').waitFor();
    const visits = page.getByRole('table', { name: '外出与接待' });
    await visits.getByRole('link', { name: '洽谈光伏组件扩产' }).waitFor();
    expect(await cellsOf(visits)).toHaveLength(2);
    expect(await titles(page.getByRole('table', { name: '计划编制与修订' }))).toEqual(['年度计划下达']);
    for (const [link, heading] of [
      ['查看线索', '光伏组件扩产意向'],
      ['准入评审', '光伏组件项目准入评审'],
      ['施工许可', '施工许可'],
    ] as const) {
      await page.getByRole('link', { name: link }).click();
      await page.locator('h1', { hasText: heading }).waitFor();
      await page.goBack();
      await page.locator('h1', { hasText: '光伏组件项目' }).waitFor();
    }
  });
});
