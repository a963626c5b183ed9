import { type Browser, type Page, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A page that remembers what no page of the product may do. */
export interface WatchedPage {
  readonly page: Page;
  /** Messages of errors and warnings on the console, and of uncaught exceptions. */
  readonly complaints: string[];
  /** Addresses asked for outside the product's own server. */
  readonly strangers: string[];
  close(): Promise<void>;
}

/** Starts Chromium without a window and without its own traffic. `CHROMIUM` names another binary. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** A page as a Chinese reader at a desk has it, in a session of its own. */
export async function openPage(browser: Browser, origin: string): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(`${origin}/`) && !address.startsWith('data:')) strangers.push(address);
  });
  return { page, complaints, strangers, close: () => context.close() };
}
