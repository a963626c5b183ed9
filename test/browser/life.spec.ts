import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { recordLife } from './support/life.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { cellsOf } from './support/tables.js';

/** A project's whole life and what a city has on its hands, as known on 2022-09-30. */
describe('the page of a whole life', () => {
  let ledger: RecordedLedger<string>;
  let browser: Browser;
  let token: string;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startRecordedLedger(recordLife), openBrowser()]);
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
  const pages = async () => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    return pdf.match(/\/Type \/Page\b/g)?.length;
  };

  describe('项目', () => {
    const ON = 'on=2022-09-30';

    it('shows every milestone with its day and grade, and what holds the project up', async () => {
      await open(`/projects/${ledger.recorded}?${ON}`);
      const steps = await page.locator('.timeline li').allInnerTexts();
      expect(
        steps.map((step) =>
          step
            .split(/\s*\n\s*/)
            .filter(Boolean)
            .join(' '),
        ),
      ).toEqual([
        '线索转立项 2022-01-05',
        '5 天 在谈 2022-01-10',
        '31 天 签约 2022-02-10 有据',
        '28 天 企业注册 2022-03-10 自报',
        '10 天 拿地 2022-03-20 自报',
        '77 天 开工 2022-06-05 已核',
        ...['竣工', '竣工验收', '资产移交', '投产', '达产'].map((name) => `${name} 未到`),
      ]);
      expect(await page.locator('h1').innerText()).toMatch(/动力电池项目\s+开工\s*停工 2022-09-10 起/);
    });

    it('sets what the contract promises beside what came of it', async () => {
      await open(`/projects/${ledger.recorded}?${ON}`);
      await table('promises').waitFor();
      expect(await cellsOf(table('promises'))).toEqual([
        ['企业注册', '2022-03-31', '2022-03-10', '提前 21 天'],
        ['开工', '2022-05-31', '2022-06-05', '晚 5 天'],
        ['竣工', '2022-08-31', '未登记', '已逾 30 天'],
        ['投产', '2022-12-31', '未登记', '未到期'],
      ]);
    });

    it('draws the plan as a wall chart with its lights', async () => {
      await open(`/projects/${ledger.recorded}?${ON}`);
      await table('wall-chart').waitFor();
      const rows = await cellsOf(table('wall-chart'));
      expect(rows.map((cells) => cells.slice(0, 6))).toEqual([
        ['施工许可', '绿', '2022-03-31', '2022-03-31', '2022-03-25', '-6'],
        ['开工', '绿', '2022-05-15', '2022-05-15', '2022-06-05', '+21'],
        ['主体封顶', '红', '2022-08-31', '2022-08-31', '未完成', '+30'],
        ['竣工', '绿', '2022-12-20', '2022-12-20', '未完成', '0'],
      ]);
      expect(await table('wall-chart').locator('rect').count()).toBe(11);
      const bars = table('wall-chart').locator('rect.planned');
      const boxes = await Promise.all((await bars.all()).map((bar) => bar.boundingBox()));
      const ends = boxes.map((box) => box!.x + box!.width);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    });

    it('shows whose clock each approval runs on, and which one is late', async () => {
      await open(`/projects/${ledger.recorded}?${ON}`);
      await table('approvals').waitFor();
      const [review, permit] = await cellsOf(table('approvals'));
      expect(review?.slice(0, 4)).toEqual([
        '环境影响评价',
        '住建局',
        expect.stringMatching(/已受理\s*逾期 \d+ 天/),
        '审批部门',
      ]);
      expect(permit).toEqual([
        '施工许可',
        '住建局',
        '已批准',
        '',
        '2022-03-21',
        '2022-03-22',
        '2022-03-25',
        '2022-03-31',
        '3/7 工作日',
        '',
        '4',
      ]);
    });

    it('adds up the present with its reports, its kin and its events in words', async () => {
      await open(`/projects/${ledger.recorded}`);
      await page.getByRole('heading', { name: '投资、资金与产出' }).waitFor();
      expect(await page.locator('.summary').first().innerText()).toMatch(/累计完成投资（万元）\s+13,000\s/);
      expect((await cellsOf(table('report').first())).map((cells) => cells.filter(Boolean))).toEqual([
        ['2022-06', '8,000', '30'],
        ['2022-07', '5,000', '60'],
      ]);
      const history = page.getByRole('table', { name: '事件全录' });
      expect(await history.innerText()).toContain('资金到位计划 2022-03-31 前 20,000 万元');
      expect(await history.locator('.event-title').allInnerTexts()).toContain('现场核实');
      await page.locator('.family a').click();
      await page.locator('h1', { hasText: '动力电池二期' }).waitFor();
      await page.locator('.family', { hasText: '原项目 动力电池项目' }).waitFor();
    });

    it('goes back before the inspection, and leaves out what can’t be asked of another moment', async () => {
      await open(`/projects/${ledger.recorded}?on=2022-06-06`);
      await page.getByText('只按此刻列出').waitFor();
      expect(await page.locator('.timeline li', { hasText: '开工' }).innerText()).toContain('有据');
      expect(await page.locator('h1 .tag').count()).toBe(0);
      expect(await table('report').count()).toBe(0);
    });

    it('prints with its chart and without its buttons', async () => {
      await open(`/projects/${ledger.recorded}?${ON}`);
      await table('approvals').waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await table('wall-chart').locator('rect.planned').first().isVisible()).toBe(true);
      expect(await pages()).toBeLessThanOrEqual(4);
    });
  });

  describe('全周期', () => {
    const PERIOD = 'from=2022-01-01&to=2022-12-31';

    it('counts what stands at each place, and leads to the projects of a stage', async () => {
      await open(`/pipeline?${PERIOD}`);
      const [stages, leads, ended] = await Promise.all((await table('places').all()).map(cellsOf));
      expect(stages?.map(([name]) => name)).toEqual([
        ...['已立项', '在谈', '意向', '签约', '企业注册', '拿地'],
        ...['开工', '竣工', '竣工验收', '资产移交', '投产', '达产'],
      ]);
      expect(stages?.filter(([, count]) => count !== '0')).toEqual([
        ['已立项', '1', '', '0', ''],
        ['开工', '1', '', '100,000', ''],
      ]);
      expect(leads?.map(([name, count, , amount]) => [name, count, amount])).toContainEqual(['待研判', '1', '50,000']);
      expect(ended?.[0]?.slice(0, 2)).toEqual(['停工', '1']);
      await page.getByRole('row', { name: '开工' }).first().getByRole('link').click();
      await page.getByText('已列 1 个，已全部列出').waitFor();
      expect(page.url()).toContain('#/projects?stage=start');
      await page.getByRole('link', { name: '动力电池项目' }).waitFor();
    });

    it('goes back to what was known at an event, and leads to the leads of then', async () => {
      const { leads } = await ledger.client.get<{ leads: { name: string; count: number }[] }>(
        token,
        '/v1/pipeline?asOf=6',
      );
      expect(leads.reduce((sum, { count }) => sum + count, 0)).toBe(1);
      await open(`/pipeline?${PERIOD}&asOf=6`);
      await page.locator('.as-of .tag', { hasText: '按当时所知' }).waitFor();
      const [stages, shown] = await Promise.all((await table('places').all()).map(cellsOf));
      expect(stages?.every(([, count]) => count === '0')).toBe(true);
      expect(shown?.map(([name, count]) => [name, count])).toEqual(
        leads.map(({ name, count }) => [name, String(count)]),
      );
      await table('places').getByRole('link').click();
      await page.getByText('已列 1 条，已全部列出').waitFor();
      expect(page.url()).toContain('asOf=6');
      await page.getByRole('link', { name: '动力电池扩产意向' }).click();
      await page.locator('h1', { hasText: '动力电池扩产意向' }).waitFor();
      expect(await page.locator('.as-of').innerText()).toContain('截至第 6 号事件');
    });

    it('shows how a period’s leads came through, and its projects on a press', async () => {
      await open(`/pipeline?${PERIOD}`);
      await table('funnel').waitFor();
      const rows = await cellsOf(table('funnel'));
      expect(rows[0]?.slice(0, 3)).toEqual(['采集线索', '2', '100.0']);
      expect(rows.find(([name]) => name === '签约')).toEqual(['签约', '1', '50.0', '', '100.0', '36', '40']);
      await page.getByRole('button', { name: '签约的项目' }).press('Enter');
      await page.getByRole('row', { name: '签约 1 100.0' }).waitFor();
      expect(page.url()).toContain('cohort=projects');
    });
  });

  describe('预警', () => {
    it('lists what is overdue on a day, who has to act, and leads to the project', async () => {
      await open('/overdue?on=2022-09-30');
      expect(await cellsOf(table('overdue'))).toEqual([
        ['56', '', '审批时限', '环境影响评价', '2022-08-05', '住建局', '动力电池项目', '霍邱县'],
        ['30', '', '合同约定', '竣工', '2022-08-31', '霍邱县', '动力电池项目', '霍邱县'],
        ['30', '', '计划节点', '主体封顶', '2022-08-31', '霍邱县', '动力电池项目', '霍邱县'],
      ]);
      await page.getByRole('combobox', { name: '应办单位' }).click();
      await page.getByTitle('住建局').click();
      await page.getByText('已列 1 项，已全部列出').waitFor();
      expect(page.url()).toContain('holder=zhujian');
      await table('overdue').getByRole('link', { name: '环境影响评价' }).click();
      await page.locator('h1', { hasText: '环境影响评价' }).waitFor();
      await page.locator('.scope').getByRole('link').click();
      await page.locator('h1', { hasText: '动力电池项目' }).waitFor();
    });

    it('says so when nothing is, and prints on one sheet of A4', async () => {
      await open('/overdue?on=2022-04-01');
      await page.getByText('没有逾期事项').waitFor();
      await open('/overdue?on=2022-09-30');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await pages()).toBe(1);
    });
  });

  describe('线索、储备库、集中活动', () => {
    it('lists leads with what became of them', async () => {
      await open('/leads');
      await page.getByRole('cell', { name: '上市公司' }).waitFor();
      expect((await cellsOf(table('list'))).map((cells) => [cells[0], cells[3], cells[6], cells[9]])).toEqual([
        ['光伏组件意向', '招商热线', '待研判', ''],
        ['动力电池扩产意向', '重大展会', '已转项目', '2022-01-05'],
      ]);
      await page.getByLabel('登记月份').fill('2022-03');
      await page.getByText('已列 1 条，已全部列出').waitFor();
    });

    it('lists the reserve with the days that nothing moved', async () => {
      await open('/reserve?on=2022-01-20');
      const [entry] = await cellsOf(table('list'));
      expect(entry).toEqual([
        ...['冷链物流园', '霍邱县', '谋划', '市场投资', '现代物流', '12,000'],
        ...['2022-01-10', '', '', '2022-01-10', '10'],
      ]);
    });

    it('opens a 集中开工 to the projects that really started, before and after the day', async () => {
      await open('/batches?on=2022-09-30');
      expect((await cellsOf(table('list')))[0]?.slice(5, 8)).toEqual(['1', '1', '100.0']);
      await page.getByRole('link', { name: '二季度集中开工' }).click();
      await page.locator('.scope', { hasText: '已开工 1 个，兑现率 100.0%' }).waitFor();
      expect(await cellsOf(table('list'))).toEqual([['动力电池项目', '霍邱县', '2022-05-21', '2022-06-05', '4']]);
      await page.getByRole('textbox', { name: '业务日' }).fill('2022-06-04');
      await page.keyboard.press('Enter');
      await page.getByText('未开工').waitFor();
    });
  });
});
