import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { useBrowser } from './support/open';
import { badReport, goodReport } from './support/reports';

const { open } = useBrowser();

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds wrong, in every rule that it has. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate<readonly Violation[]>(
    'axe.run(document).then(({ violations }) => violations)',
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

describe('a report for every reader', () => {
  it.each([
    ['with differences', badReport, '', {}],
    ['without differences', goodReport, '', {}],
    ['in Chinese', badReport, 'lang=zh', {}],
    ['dark', badReport, 'theme=dark', {}],
    ['with an edge in the panel', badReport, 'edge=test4+-%3E+test3%40bridge', {}],
    ['with a cell in the panel, dark', badReport, 'pair=test1+%3E+test2&theme=dark', {}],
    ['with a box in the panel', goodReport, 'item=container+docker-node1%2Fweb', {}],
    ['filtered to nothing', goodReport, 'text=nothing+like+that', {}],
    ['on a phone', badReport, '', { viewport: { width: 360, height: 740 } }],
  ])('has no violation %s', async (_, report, fragment, options) => {
    const { page } = await open(await report(), fragment, options);
    for (const details of await page.locator('#chapter-link details, #differences details').all()) {
      await details.evaluate((element) => ((element as HTMLDetailsElement).open = true));
    }
    expect(await violations(page)).toEqual([]);
  });

  it('is really looked at: axe finds what is wrong', async () => {
    const { page } = await open(await goodReport());
    await page.evaluate("document.querySelector('label').remove()");
    expect((await violations(page)).join()).toContain('select-name');
  });
});
