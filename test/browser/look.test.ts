import type { Page } from 'playwright-core';
import { useBrowser } from './support/open';
import { badReport } from './support/reports';

const { open } = useBrowser();

const colour = (page: Page, selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

const wide = (page: Page): Promise<{ page: number; window: number }> =>
  page.evaluate<{ page: number; window: number }>(
    '({ page: document.documentElement.scrollWidth, window: innerWidth })',
  );
const size = (page: Page, selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).getPropertyValue('font-size')),
    );

describe('the look of a report', () => {
  it.each([
    ['a phone', 360, 740, 15],
    ['a laptop', 1440, 900, 15],
    ['a large screen', 3840, 2160, 20],
  ])('fits %s, with text that can be read', async (_, width, height, least) => {
    const { page } = await open(await badReport(), 'edge=test4+-%3E+test3%40bridge', {
      viewport: { width, height },
    });
    const { page: content, window } = await wide(page);
    expect(content).toBeLessThanOrEqual(window);
    expect(await size(page, '.sentence')).toBeGreaterThanOrEqual(least);
    expect(await size(page, '.row')).toBeGreaterThanOrEqual(least * 0.9);
    const panel = await page.getByRole('dialog').boundingBox();
    expect(panel!.x).toBeGreaterThanOrEqual(0);
    expect(panel!.x + panel!.width).toBeLessThanOrEqual(width);
  });

  it('is dark where the system is, and where it is told', async () => {
    const dark = /^rgb\((?:[0-4]?\d), (?:[0-4]?\d), (?:[0-5]?\d)\)$/;
    const system = await open(await badReport(), '', { colorScheme: 'dark' });
    expect(await colour(system.page, 'body', 'background-color')).toMatch(dark);
    const { page } = await open(await badReport(), 'theme=dark', { colorScheme: 'light' });
    expect(await colour(page, 'body', 'background-color')).toMatch(dark);
    await page.locator('#theme').selectOption('light');
    expect(await colour(page, 'body', 'background-color')).not.toMatch(dark);
    expect(page.url()).toContain('theme=light');
  });

  it('says with a sign or a word whatever it says with a colour', async () => {
    const { page } = await open(await badReport());
    const silent = await page
      .locator('.cell:not(.none), .mark, .badge, .tally, .count, .sample')
      .evaluateAll((all) => all.filter((one) => (one.textContent ?? '').trim() === '').length);
    expect(silent).toBe(0);
  });

  it('prints everything that matters, and nothing to click', async () => {
    const { page } = await open(await badReport(), 'edge=test4+-%3E+test3%40bridge');
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    for (const id of ['#controls', '#filters', '#panel', '#print']) {
      expect(await page.locator(id).isVisible()).toBe(false);
    }
    for (const id of ['.sentence', '#picture svg', '.grid', '#chapter-link']) {
      expect(await page.locator(id).isVisible()).toBe(true);
    }
    expect(await page.locator('#differences details:not([open])').count()).toBe(0);
    await page.locator('html').evaluate((html) => (html.dataset['theme'] = 'dark'));
    expect(await colour(page, 'body', 'color')).toBe('rgb(24, 33, 47)');
    const cut = await page
      .locator('.grid')
      .evaluate((grid) => grid.scrollHeight - grid.clientHeight);
    expect(cut).toBeLessThanOrEqual(0);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
  });

  it('shows what differs where no script runs', async () => {
    const context = { javaScriptEnabled: false };
    const html = (await badReport()).replace('<html lang="en"', '<html class="ready" lang="en"');
    const { page } = await open(html, '', context);
    const text = await page.locator('noscript').innerText();
    expect(text).toContain(
      'test2 is attached to test-bridge: expected attached, measured not attached',
    );
  });
});
