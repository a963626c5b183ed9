import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type WatchedPage, openBrowser, openPage } from './support/browser.js';
import { faintTexts, headDisplays, nextFocused, rememberRest, widthBeyond } from './support/in-page.mjs';
import { VIEWS } from './support/every-view.js';
import { type RecordedLedger, startRecordedLedger } from './support/recorded-ledger.js';
import { type Works, recordWorks } from './support/works.js';

describe('every view', () => {
  let ledger: RecordedLedger<Works>;
  let browser: Browser;
  let token: string;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    [ledger, browser] = await Promise.all([startRecordedLedger(recordWorks), openBrowser()]);
    token = await ledger.token({ id: 'browser-auditor', unit: 'city', role: 'auditor' });
    watched = await openPage(browser, ledger.url);
    page = watched.page;
  });
  afterAll(async () => {
    await watched?.close();
    await browser?.close();
    await ledger?.stop();
  });

  const open = async (fragment: string) => {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1440, height: 800 });
    // A page of its own each time: nothing of the view before is left.
    await page.goto('about:blank');
    await page.goto(`${ledger.url}/#${fragment}${fragment.includes('?') ? '&' : '?'}token=${token}`);
    await page.locator('main :is(article.sheet[aria-busy=false], .nothing)').first().waitFor();
    await page.waitForLoadState('networkidle');
  };

  describe.each(VIEWS)('%s', (_, address) => {
    beforeAll(() => open(address(ledger.recorded)));

    it('can be walked through by keyboard, and shows where one is', async () => {
      const reached = await walk(page);
      const all = await page
        .locator('a[href], button:not(:disabled), input, summary')
        .filter({ visible: true })
        .count();
      expect(reached.total).toBe(all);
      expect(reached.unmarked).toEqual([]);
    });

    it('can be read by weak eyes: AA contrast for every text', async () => {
      expect(await page.evaluate(faintTexts)).toEqual([]);
    });

    it('fits a narrow screen without scrolling sideways', async () => {
      await page.setViewportSize({ width: 1024, height: 800 });
      expect(await page.evaluate(widthBeyond)).toBeLessThanOrEqual(0);
    });

    it('prints on A4 across, its tables’ heads on every sheet, and nothing to press', async () => {
      await page.emulateMedia({ media: 'print' });
      expect(
        await page.locator('input, select, button:not(.figure), .masthead, .filters').filter({ visible: true }).count(),
      ).toBe(0);
      const heads = await page.evaluate(headDisplays);
      expect(new Set(heads)).toEqual(new Set(heads.length > 0 ? ['table-header-group'] : []));
      // Nothing is cut off at the sheet's edge: 273 mm between its margins.
      await page.setViewportSize({ width: 1032, height: 700 });
      expect(await page.evaluate(widthBeyond)).toBeLessThanOrEqual(0);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595]);
    });
  });

  it('complained of nothing and asked no one else', () => {
    expect([watched.complaints, watched.strangers]).toEqual([[], []]);
  });
});

/** Presses Tab until the focus has come round: how many things it met, and those that didn't show that they had it. */
async function walk(page: Page): Promise<{ total: number; unmarked: string[] }> {
  await page.evaluate(rememberRest);
  const unmarked: string[] = [];
  for (let total = 0; ; total++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(nextFocused);
    if (!focused) return { total, unmarked };
    if (!focused.isMarked) unmarked.push(focused.name);
  }
}
