import type { Lab } from '../../src/topology/lab';
import { validate } from '../../src/topology/validate';
import topology from '../../topologies/docker-networking';
import { sampleCheck } from '../support/measured';
import { useBrowser } from './support/open';
import { reportOf } from './support/reports';
import { verbatim } from '../../src/text/text';

const { open } = useBrowser();

const ATTACKS = [
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  `"'><svg onload=alert(3)>`,
  '<!--<script>',
  ']]>&lt;b&gt;',
  '${alert(4)} {{alert(5)}} `',
  '\u2028\u2029 \ue000\ue00f',
];
const RIGHT_TO_LEFT = 'שלום \u202eevil\u202c مرحبا';
const LONG = 'very-long-'.repeat(400);
const HOSTILE = [...ATTACKS, RIGHT_TO_LEFT, LONG];

/** A topology that the rules allow, with titles that nobody should write. */
const hostileLab = (): Lab =>
  validate(
    {
      ...topology,
      title: HOSTILE.join(' '),
      chapters: topology.chapters.map((chapter, index) => ({
        ...chapter,
        title: HOSTILE[index % HOSTILE.length]!,
      })),
    },
    'hostile.ts',
  );

async function hostileReport(): Promise<string> {
  const { result, states } = await sampleCheck();
  let next = 0;
  const some = (): string => HOSTILE[next++ % HOSTILE.length]!;
  const verdicts = result.verdicts.map((verdict, index) =>
    index % 7 === 0
      ? {
          ...verdict,
          status: 'fail' as const,
          measured: some(),
          detail: some(),
          hint: verbatim(some()),
          command: some(),
          reasons: [{ rule: 'shared-stack' as const, from: some(), stack: some() }],
        }
      : verdict,
  );
  const lab = hostileLab();
  return reportOf({ result: { ...result, chapters: lab.chapters, verdicts }, states }, lab);
}

describe('names and output that nobody should trust', () => {
  it('run nothing and bring nothing in, wherever they are shown', async () => {
    const { page, requests, complaints } = await open(await hostileReport());
    for (const details of await page.locator('#differences details > summary').all()) {
      await details.click();
    }
    const rows = page.locator('#differences .row[data-edge]');
    const count = Math.min(10, await rows.count());
    for (let index = 0; index < count; index += 1) {
      await rows.nth(index).click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
    }
    await page.locator('#language').click();
    const foreign = await page
      .locator('img, iframe, object, embed, svg [onload], svg script')
      .count();
    expect(foreign).toBe(0);
    expect(await page.locator('script').count()).toBe(2);
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('are shown as they are', async () => {
    const { page } = await open(await hostileReport());
    const title = await page.locator('h1').textContent();
    expect(title).toBe(hostileLab().title);
    expect(await page.locator('#chapter-nodes h3').textContent()).toContain(ATTACKS[0]);
  });

  it('do not turn the direction of what is around them', async () => {
    const { page } = await open(await hostileReport());
    const loose = await page
      .locator('h1, h3, .subject, .found')
      .evaluateAll(
        (all) =>
          all.filter((one) =>
            [...one.childNodes].some(
              (node) => node.nodeType === 3 && /[\u0590-\u06ff\u202e]/.test(node.textContent ?? ''),
            ),
          ).length,
      );
    expect(loose).toBe(0);
  });

  it('do not make the page wider than the window', async () => {
    for (const width of [360, 1440]) {
      const { page } = await open(await hostileReport(), '', { viewport: { width, height: 800 } });
      await page.locator('#differences .row[data-edge]').first().click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
        width,
      );
      const body = page.locator('.panel-body');
      const over = await body.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(over).toBeLessThanOrEqual(0);
    }
  });

  it('in a link lead to nothing worse than no selection', async () => {
    for (const attack of ATTACKS) {
      const fragment = `edge=${encodeURIComponent(attack)}&from=${encodeURIComponent(attack)}&text=${encodeURIComponent(attack)}`;
      const { page, complaints } = await open(await hostileReport(), fragment);
      expect(await page.locator('#filter-text').inputValue()).toBe(
        attack.replaceAll(/[\r\n]/g, ''),
      );
      expect(complaints).toEqual([]);
    }
  });

  it('would be stopped by the policy even if they were markup', async () => {
    const html = (await hostileReport()).replace(
      '<div id="summary">',
      '<script>window.ran = true</script><div id="summary">',
    );
    const { page, complaints } = await open(html);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(complaints.join()).toContain('Content Security Policy');
  });
});
