import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { VIEWS } from './support/every-view.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { type Works } from './support/works.js';

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** A city that has recorded nothing yet but a unit. */
describe('every view of an empty ledger', () => {
  let ledger: RecordedLedger<Works>;
  let browser: Browser;
  let token: string;
  let watched: WatchedPage;

  beforeAll(async () => {
    const recordUnit = startRecordedLedger(async ({ send }) => {
      const unit = { code: 'city', name: '六安市', kind: 'department', group: '市直', occurredOn: '2022-01-01' };
      await send('administrator', 'city', 'units', unit);
      const ids = ['lead', 'rival', 'merged', 'project', 'late', 'approval', 'visit', 'entry', 'stewardship'] as const;
      return Object.fromEntries(ids.map((name) => [name, NOTHING])) as unknown as Works;
    });
    [ledger, browser] = await Promise.all([recordUnit, openBrowser()]);
    token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
    watched = await openPage(browser, ledger.url);
  });
  afterAll(async () => {
    await watched?.close();
    await browser?.close();
    await ledger?.stop();
  });

  it.each(VIEWS)('says so in words, and throws nothing: %s', async (_, address) => {
    const { page, complaints } = watched;
    const fragment = address(ledger.recorded);
    await page.goto('about:blank');
    complaints.length = 0;
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    const ofNothing = fragment.includes(NOTHING);
    await page.waitForLoadState('networkidle');
    const said = page.locator(ofNothing ? 'main [role=alert]' : 'main article.sheet[aria-busy=false], main .nothing');
    await said.first().waitFor();
    expect(await page.locator('main').innerText()).toMatch(ofNothing ? /没有/ : /[\u4e00-\u9fff]/);
    // A browser says of itself that an answer was 404.
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
  });
});
