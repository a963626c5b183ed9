import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Browser } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { VIEWS } from './support/every-view.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { type Works, recordWorks } from './support/works.js';

interface Document {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly parameters?: readonly { name: string }[] } }>>;
}
const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;
/** The addresses of the questions that can be put to the past. */
const DATED = Object.entries(paths)
  .filter(([, { get }]) => get?.parameters?.some(({ name }) => name === 'asOf'))
  .map(([path]) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`));
/** No scheme is among the works. */
const ANSWERED = VIEWS.filter(([name]) => name !== '考核');
/** What fills the choices of filters; the reports of a project, which a view of the past leaves out. */
const OF_TODAY = [/^\/v1\/(units|groups|assessments)$/, /^\/v1\/projects\/[^/]+$/];

describe('a view of what was known', () => {
  let ledger: RecordedLedger<Works>;
  let browser: Browser;
  let token: string;
  let watched: WatchedPage;
  /** Is told with every answer that events are set aside. */
  let lacking: WatchedPage;

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startRecordedLedger(recordWorks), openBrowser()]);
    token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
    watched = await openPage(browser, ledger.url);
    lacking = await openPage(browser, ledger.url);
    await lacking.page.route('**/v1/**', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as { asOf?: object };
      const asOf = answer.asOf && { ...answer.asOf, incomplete: { parked: 7 } };
      await route.fulfill({ response, json: { ...answer, asOf } });
    });
  });
  afterAll(async () => {
    await lacking?.close();
    await watched?.close();
    await browser?.close();
    await ledger?.stop();
  });

  it.each(VIEWS)('asks for nothing of another as-of than its address says: %s', async (_, address) => {
    const { page } = watched;
    const { asOf } = await ledger.client.get<{ asOf: { seq: string } }>(token, '/v1/units');
    const fragment = address(ledger.recorded);
    const asked: URL[] = [];
    const note = (request: { url(): string }) => void asked.push(new URL(request.url()));
    await page.goto('about:blank');
    page.on('request', note);
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}asOf=${asOf.seq}&token=${token}`);
    await page.locator('main :is(article.sheet[aria-busy=false], .nothing)').first().waitFor();
    await page.waitForLoadState('networkidle');
    page.off('request', note);
    const dated = asked.filter(
      ({ pathname }) => DATED.some((path) => path.test(pathname)) && !OF_TODAY.some((path) => path.test(pathname)),
    );
    const others = dated.filter(({ searchParams }) => searchParams.get('asOf') !== asOf.seq);
    expect(others.map(({ pathname, search }) => `${pathname}${search}`)).toEqual([]);
  });

  it.each(ANSWERED)('says what is missing where the answer lacks events: %s', async (_, address) => {
    const { page } = lacking;
    const fragment = address(ledger.recorded);
    await page.goto('about:blank');
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    await page.locator('.as-of', { hasText: '7 个事件搁置待补办' }).first().waitFor();
    await page.waitForLoadState('networkidle');
  });
});
