import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium';

interface Opened {
  readonly page: Page;
  /** What the page asked for besides itself. */
  readonly requests: string[];
  /** What went wrong in the page, and what its policy refused. */
  readonly complaints: string[];
}

export interface Reader {
  /** Opens a page as a file, with a fragment. */
  readonly open: (
    html: string,
    fragment?: string,
    options?: BrowserContextOptions,
  ) => Promise<Opened>;
  /** Opens an address. */
  readonly visit: (url: string, options?: BrowserContextOptions) => Promise<Opened>;
}

/** A browser for the tests of one file. */
export function useBrowser(): Reader {
  const folder = mkdtempSync(join(tmpdir(), 'lab-report-'));
  let browser: Browser | undefined;
  let files = 0;

  beforeAll(async () => {
    const executablePath = findChromium() ?? 'chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--lang=en-US'] });
  }, 60_000);
  afterEach(async () => {
    await Promise.all((browser?.contexts() ?? []).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function visit(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await browser!.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => {
      if (request.url().split('#')[0] !== url.split('#')[0]) requests.push(request.url());
    });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(url);
    await page.locator('html.ready').waitFor();
    return { page, requests, complaints };
  }
  return {
    visit,
    open(html, fragment = '', options = {}) {
      files += 1;
      const file = join(folder, `report-${files}.html`);
      writeFileSync(file, html);
      return visit(`${pathToFileURL(file).href}${fragment === '' ? '' : `#${fragment}`}`, options);
    },
  };
}
