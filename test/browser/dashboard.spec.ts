import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { type DemoLedger, startDemoLedger } from './support/demo-ledger.js';
import { cellsOf } from './support/tables.js';

const PERIOD = 'from=2022-01-01&to=2022-09-30';
const AS_OF = /^截至第 \d+ 号事件 · \d{4}-\d\d-\d\d \d\d:\d\d:\d\d/;

let ledger: DemoLedger;
let browser: Browser;
let token: string;

beforeAll(async () => {
  [ledger, browser] = await Promise.all([startDemoLedger(), openBrowser()]);
  token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
});
afterAll(async () => {
  await browser?.close();
  await ledger?.stop();
});

describe('the page', () => {
  let watched: WatchedPage;
  let page: Page;

  beforeEach(async () => {
    watched = await openPage(browser, ledger.url);
    page = watched.page;
  });
  afterEach(async () => {
    const { complaints, strangers } = watched;
    await watched.close();
    expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
  });

  /** Opens a view as someone who follows a link with a token in it. */
  const open = async (fragment: string) => {
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    await page.locator('article.sheet[aria-busy=false]').waitFor();
    expect(page.url()).not.toContain('token');
  };
  const table = (name: string) => page.locator(`table.${name}`);
  const drawer = () => page.getByRole('dialog');

  describe('成绩单', () => {
    it('opens from a bare token on the period being assessed, and keeps the token out of the URL', async () => {
      await page.goto(`${ledger.url}/#token=${token}`);
      await page.locator('article.sheet').waitFor();
      expect(await cellsOf(table('league'))).toEqual([
        ['1', '霍邱县', '52'],
        ['1', '舒城县', '52'],
        ['3', '金寨县', '47'],
        ['4', '金安区', '46'],
        ['5', '霍山县', '45'],
        ['6', '裕安区', '44'],
        ['7', '市开发区', '39'],
        ['8', '叶集区', '19'],
      ]);
      expect(await table('league').locator('tfoot').innerText()).toMatch(/合计\s+344/);
      expect(await page.locator('.as-of').innerText()).toMatch(AS_OF);
      expect(new URL(page.url()).hash).toBe(`#/league/signed-projects?${PERIOD}`);
      expect(await page.title()).toBe('签约项目数成绩单 2022年1月1日—9月30日 - 招商引资台账');
    });

    it('shows the rates with what they are taken of, a bar for each, and the definition', async () => {
      await open(`/league/start-rate?${PERIOD}`);
      const rows = await cellsOf(table('league'));
      expect(rows.find(([, unit]) => unit === '霍邱县')).toEqual(['4', '霍邱县', '45', '52', '86.5']);
      expect(rows.map((row) => row.at(-1))).toEqual(['93.5', '89.5', '87.2', '86.5', '84.1', '76.6', '75.6', '75.0']);
      await page.locator('.chart svg text', { hasText: '合计 82.8%' }).waitFor();
      expect(await page.locator('.chart svg text', { hasText: /^(93\.5|75\.0)$/ }).count()).toBe(2);
      expect(await page.locator('.definition').innerText()).toContain('分母为统计期内签约的项目');
    });

    it('opens a count to its facts, and a fact to its project', async () => {
      await open(`/league/signed-projects?${PERIOD}&minFixedAssets=100000`);
      expect(await page.locator('.scope').innerText()).toContain('固定资产投资 ≥ 10 亿元');
      await page.getByRole('row', { name: '霍邱县' }).getByRole('button').click();
      await drawer().getByText('已列 4 条，已全部列出').waitFor();
      expect(await drawer().locator('.as-of').innerText()).toMatch(AS_OF);
      expect((await cellsOf(drawer().locator('table')))[0]).toEqual([
        expect.stringMatching(/^2022-/),
        expect.stringContaining('霍邱县签约项目'),
        '100,000',
        '100,000',
        '自报',
        '1',
        expect.stringMatching(/^第 \d+ 号 [0-9a-f]{8}$/),
      ]);
      const project = drawer().locator('a').first();
      const name = await project.innerText();
      await project.click();
      await page.locator('h1', { hasText: name }).waitFor();
      expect(await page.locator('.as-of').innerText()).toContain('按当时所知');
    });

    it('opens a rate to the projects of its cohort', async () => {
      await open(`/league/start-rate?${PERIOD}`);
      await page.getByRole('row', { name: '霍邱县' }).getByRole('button').click();
      await drawer().getByText('已列 52 条，其中已实现 45 条，已全部列出').waitFor();
      expect(await drawer().getByText('尚无', { exact: true }).count()).toBe(7);
      await open(`/league/completion-rate?${PERIOD}`);
      await page.getByRole('row', { name: '霍邱县' }).getByRole('button').click();
      await drawer().getByText('已实现 0 条，已全部列出').waitFor();
      expect(await drawer().getByRole('columnheader', { name: '已竣工（个）' }).count()).toBe(1);
    });

    it('changes the table by its fields, each a step back in the browser', async () => {
      await open(`/league/signed-projects?${PERIOD}`);
      await page.getByRole('combobox', { name: '固投下限' }).click();
      await page.getByTitle('≥ 5 亿元').click();
      await page.locator('.scope', { hasText: '固定资产投资 ≥ 5 亿元' }).waitFor();
      expect((await cellsOf(table('league')))[0]).toEqual(['1', '舒城县', '14']);
      await page.getByRole('combobox', { name: '指标' }).fill('外出招商');
      await page.getByTitle('外出招商批次').click();
      await page.locator('h1', { hasText: '外出招商批次成绩单' }).waitFor();
      expect((await cellsOf(table('league')))[0]).toEqual(['1', '金安区', '28']);
      await page.goBack();
      await page.goBack();
      await page.locator('.scope', { hasNotText: '固定资产投资' }).waitFor();
      expect((await cellsOf(table('league')))[0]).toEqual(['1', '霍邱县', '52']);
    });

    it('prints as a sheet of A4 across with its title, period and as-of, and nothing to press', async () => {
      await open(`/league/start-rate?${PERIOD}`);
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.masthead', '.filters', '.chart'])
        expect(await page.locator(hidden).isVisible()).toBe(false);
      for (const shown of ['h1', '.scope', '.as-of', 'td.bar >> nth=0'])
        expect(await page.locator(shown).isVisible()).toBe(true);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    });

    it('can be used from the keyboard alone', async () => {
      await open(`/league/signed-projects?${PERIOD}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.locator('main:focus').count()).toBe(1);
      await page.getByRole('row', { name: '金安区' }).getByRole('button').focus();
      await page.keyboard.press('Enter');
      await drawer().getByText('已列 46 条').waitFor();
      await page.keyboard.press('Escape');
      await drawer().waitFor({ state: 'detached' });
      expect(page.url()).not.toContain('facts');
    });
  });

  describe('项目', () => {
    it('finds a project by name and shows its life', async () => {
      await open('/projects');
      await page.getByText('已列 100 个').waitFor();
      await page.getByRole('button', { name: '更多' }).click();
      await page.getByText('已列 200 个').waitFor();
      await page.getByLabel('名称').fill('霍邱县签约项目02');
      await page.getByText('已列 1 个，已全部列出').waitFor();
      expect(page.url()).toContain(encodeURIComponent('霍邱县签约项目02'));
      await page.getByRole('link', { name: '霍邱县签约项目02' }).click();
      await page.locator('h1', { hasText: '霍邱县签约项目02' }).waitFor();
      expect(await page.locator('.timeline li').allInnerTexts()).toEqual([
        expect.stringMatching(/立项\s+2022-03-06/),
        expect.stringMatching(/0 天\s+签约\s+2022-03-06\s+自报/),
        expect.stringMatching(/企业注册\s+未登记/),
        expect.stringMatching(/拿地\s+未登记/),
        expect.stringMatching(/178 天\s+开工\s+2022-08-31\s+自报/),
        ...['竣工', '竣工验收', '资产移交', '投产', '达产'].map((name) =>
          expect.stringMatching(new RegExp(`${name}\\s+未到`)),
        ),
      ]);
      expect(await page.getByText('霍邱县 信息联络员').count()).toBe(3);
      const entries = await cellsOf(table('history'));
      const firstLines = entries.map((cells) => cells.map((cell) => cell.split('\n')[0]));
      expect(firstLines.map(([, day, , what, who, , source]) => [day, what, who, source])).toEqual([
        ['2022-03-06', '立项登记', 'reporter-e4b408-01', '导入第 2 行'],
        ['2022-03-06', '签约', 'reporter-e4b408-01', '导入第 2 行'],
        ['2022-08-31', '开工', 'reporter-e4b408-01', '导入第 2 行'],
      ]);
    });

    it('goes back to the state on a business day', async () => {
      await open(`/projects/${await projectOf('霍邱县签约项目02')}`);
      expect(await page.locator('h1 .stage').innerText()).toBe('开工');
      await page.getByRole('textbox', { name: '业务日' }).fill('2022-08-30');
      await page.keyboard.press('Enter');
      await page.locator('.scope', { hasText: '2022年8月30日当日的状态' }).waitFor();
      expect(await page.locator('h1 .stage').innerText()).toBe('签约');
      expect(await page.locator('.history tr.later').innerText()).toContain('2022-08-31');
    });

    it('strikes through what was found false, and still shows what was known before', async () => {
      const project = await startedProjectOf('舒城县');
      const before = await seqNow();
      await voidStart(project, '现场核查未见施工');
      await open(`/projects/${project}`);
      expect(await page.locator('.history tr.voided').innerText()).toContain('已作废：现场核查未见施工');
      expect(await page.locator('h1 .stage').innerText()).toBe('签约');

      await open(`/league/started-projects?${PERIOD}`);
      expect(await valueOf('舒城县')).toBe('38');
      await page.getByRole('row', { name: '舒城县' }).getByRole('button').click();
      await drawer().getByText('已列 40 条').waitFor();
      expect(await drawer().locator('tr.reversal').innerText()).toMatch(/-1\s.*红冲第 \d+ 号/s);

      await open(`/league/started-projects?${PERIOD}&asOf=${before}`);
      expect(await valueOf('舒城县')).toBe('39');
      expect(await page.locator('.as-of').innerText()).toMatch(new RegExp(`截至第 ${before} 号事件 .*按当时所知`, 's'));
    });

    const valueOf = async (unit: string) => (await cellsOf(table('league'))).find(([, name]) => name === unit)?.at(-1);
  });

  describe('考核', () => {
    it('ranks the units, and opens a score to its arithmetic and its events', async () => {
      await open('/assessments');
      const rows = await cellsOf(table('scorecard'));
      expect(rows[0]).toEqual(['1', '金安区', '95.46', '37.09', '20.00', '23.37', '15.00']);
      expect(rows).toHaveLength(8);
      expect(await page.locator('.note').innerText()).toContain('不是六安市或任何机关发布的考核办法');
      await page.getByRole('row', { name: '金安区' }).getByRole('button', { name: '23.37' }).click();
      expect(await drawer().locator('.formula').innerText()).toContain('43÷46×25');
      expect(await drawer().locator('summary').allInnerTexts()).toEqual(['43 个事件', '46 个事件']);
      await drawer().getByText('46 个事件').click();
      await drawer().getByRole('link', { name: '金安区签约项目' }).first().waitFor();
      expect(await drawer().getByRole('link').count()).toBe(46);
      await drawer()
        .getByRole('button', { name: /^第 \d+ 号/ })
        .first()
        .click();
      await page.locator('.event-card', { hasText: '总投资（万元）' }).waitFor();
      expect(await page.locator('.event-card').innerText()).toMatch(/^签约\s+第 \d+ 号事件 .* 记录 · 2022-/);
      expect(page.url()).toContain('indicator=start-rate');
    });

    it('opens a total to every indicator', async () => {
      await open('/assessments');
      await page.getByRole('row', { name: '霍邱县' }).getByRole('button').first().click();
      await drawer().getByText('总分').waitFor();
      expect(await drawer().locator('.formula').count()).toBe(5);
      // The efficacy coefficient compares with the last unit: its events are part of the receipt.
      await drawer().getByText('19 个事件').click();
      await drawer().getByRole('link', { name: '叶集区签约项目' }).nth(18).waitFor();
    });
  });

  /** The id of the project of that name. */
  async function projectOf(name: string): Promise<string> {
    const answer = await ledger.client.get<{ rows: { id: string }[] }>(
      token,
      `/v1/projects?q=${encodeURIComponent(name)}`,
    );
    return answer.rows[0]!.id;
  }

  /** The id of a project of that unit whose start counts. */
  async function startedProjectOf(unit: string): Promise<string> {
    const { rows } = await ledger.client.get<{ rows: { unit: { name: string }; project: { id: string } }[] }>(
      token,
      '/v1/postings?metric=started-projects&limit=500',
    );
    return rows.find((row) => row.unit.name === unit)!.project.id;
  }

  async function seqNow(): Promise<string> {
    return (await ledger.client.get<{ asOf: { seq: string } }>(token, '/v1/units')).asOf.seq;
  }

  async function voidStart(project: string, finding: string): Promise<void> {
    const supervisor = await ledger.token({ id: 'browser-supervisor', unit: 'city', role: 'supervisor' });
    const body = { milestone: 'start', finding, occurredOn: '2022-10-08' };
    const { position } = await ledger.client.send(supervisor, `/v1/projects/${project}/voids`, `void-${project}`, body);
    await ledger.client.get(token, `/v1/units?minPosition=${position}`);
  }
});

describe('the page when something is refused', () => {
  it('asks for a token, says how to get one, and sends away one that is not accepted', async () => {
    const watched = await openPage(browser, ledger.url);
    const { page } = watched;
    await page.goto(ledger.url);
    await page.getByText('npm run ledger -- token').waitFor();
    expect(await page.getByRole('button', { name: '进入' }).isDisabled()).toBe(true);
    await page.getByLabel('访问令牌').fill('not.a.token');
    await page.getByRole('button', { name: '进入' }).click();
    await page.getByText('令牌未被接受').waitFor();
    await page.getByLabel('访问令牌').fill(token);
    await page.getByRole('button', { name: '进入' }).click();
    await page.locator('h1', { hasText: '成绩单' }).waitFor();
    await watched.close();
  });

  it.each([
    ['/league/nonsense?from=2022-01-01&to=2022-09-30', '没有“nonsense”这项指标'],
    [`/league/outings?${PERIOD}&asOf=99999999`, '“99999999”不是已有的序号或已到的日期'],
    ['/projects/9b1f6a52-0000-4000-8000-000000000000', '没有这个项目'],
    ['/assessments/nonsense', '没有已发布的考核方案“nonsense”'],
  ])('says in Chinese why %s has nothing to show', async (fragment, detail) => {
    const watched = await openPage(browser, ledger.url);
    const { page } = watched;
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    await page.getByText(detail).waitFor();
    await watched.close();
  });
});
