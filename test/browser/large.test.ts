import { reportData } from '../../src/report/html/data/build';
import { htmlPage } from '../../src/report/html/page';
import { largeCheck } from '../support/large';
import { useBrowser } from './support/open';

const { open } = useBrowser();
const CONTAINERS = 200;
let html = '';

beforeAll(async () => {
  html = htmlPage(await reportData(largeCheck(CONTAINERS)));
}, 180_000);

/** A figure that the project's notes quote; it is printed where it was measured. */
const say = (text: string): void => void process.stderr.write(`      large report: ${text}\n`);

/** A busy machine is slower than a reader's: only what would be wrong anywhere fails. */
const PATIENCE = { paint: 5000, filter: 2000, frame: 200 } as const;

describe(`a report of ${CONTAINERS} containers`, () => {
  it('is smaller than 5 MB', () => {
    say(`${(html.length / 1e6).toFixed(2)} MB`);
    expect(Buffer.byteLength(html)).toBeLessThan(5e6);
  });

  it('is painted and filtered soon, and keeps only the cells near the window', async () => {
    const { page } = await open(html);
    // A busy machine may not have painted yet.
    const paint = await page.evaluate<number>(`new Promise((done) =>
      new PerformanceObserver((list) => done(list.getEntries()[0].startTime)).observe({
        type: 'paint',
        buffered: true,
      }))`);
    const cells = await page.locator('.cell').count();
    const filter = await page.evaluate<number>(`(async () => {
      const select = document.getElementById('filter-from');
      select.value = 'service-100';
      const start = performance.now();
      select.dispatchEvent(new Event('change'));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    })()`);
    say(
      `first paint ${paint.toFixed(0)} ms, filter ${filter.toFixed(0)} ms, ${cells} cells of 40 000`,
    );
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['service-100']);
    expect(cells).toBeLessThan(4000);
    expect(paint).toBeLessThan(PATIENCE.paint);
    expect(filter).toBeLessThan(PATIENCE.filter);
  });

  it('scrolls its 40 000 cells smoothly, down and sideways, to the last one', async () => {
    const { page } = await open(html, 'view=matrix');
    const work = await page.evaluate<readonly number[]>(`(async () => {
      const grid = document.querySelector('.grid');
      const times = [];
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      for (let step = 0; step < 120; step += 1) {
        const start = performance.now();
        if (step % 3 === 2) grid.scrollLeft += 90; else grid.scrollTop += 120;
        await frame();
        times.push(performance.now() - start);
      }
      grid.scrollTop = grid.scrollHeight;
      grid.scrollLeft = grid.scrollWidth;
      await frame();
      await frame();
      return times;
    })()`);
    const sorted = [...work].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    say(`frame while scrolling: median ${at(0.5).toFixed(1)} ms, 95 % ${at(0.95).toFixed(1)} ms`);
    expect(at(0.5)).toBeLessThan(PATIENCE.frame);
    const last = page.getByRole('gridcell', { name: /^service-199 to service-199:/ });
    expect(await last.textContent()).toBe('++·');
  });

  it('draws what is alike as one, and names all of it', async () => {
    const { page } = await open(html);
    expect(await page.locator('.item.group').count()).toBeGreaterThan(0);
    expect(await page.locator('.item').count()).toBeLessThan(60);
    await page.locator('.item.group').first().click();
    expect(await page.getByRole('dialog').locator('.members li').count()).toBeGreaterThan(5);
  });
});
