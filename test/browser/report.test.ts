import { useBrowser } from './support/open';
import { badReport, goodReport } from './support/reports';

const { open } = useBrowser();
const EDGE = 'test4 -> test3@bridge';

describe('a report', () => {
  it('says first whether all is as it should be', async () => {
    const good = await open(await goodReport());
    expect(await good.page.locator('.sentence').textContent()).toMatch(
      /^All \d{3} statements hold$/,
    );
    expect(await good.page.title()).toMatch(/^✓ docker-networking/);
    expect(await good.page.locator('#differences').isVisible()).toBe(false);
    const bad = await open(await badReport());
    expect(await bad.page.locator('.sentence').textContent()).toMatch(
      /^\d+ of \d+ .* do not hold$/,
    );
    expect(await bad.page.title()).toMatch(/^✗/);
  });

  it('asks for nothing besides its one file, and breaks none of its own rules', async () => {
    const { page, requests, complaints } = await open(await badReport());
    await page.locator('.item').first().click();
    await page.keyboard.press('Escape');
    await page.locator('#language').click();
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('shows for a cell each of its edges, and for an edge path, reason, raw probe and command', async () => {
    const { page } = await open(await goodReport());
    await page.getByRole('gridcell', { name: /^test4 to test3:/ }).click();
    const panel = page.getByRole('dialog');
    await panel
      .getByRole('button', { name: /test3@bridge/ })
      .first()
      .click();
    const text = await panel.innerText();
    expect(text).toContain('timeout');
    expect(text).toContain('bridge test-bridge');
    expect(text).toContain('ends here');
    expect(text).toContain("Docker's isolation rules drop packets between bridges");
    expect(text).toContain('no answer in 0.4 s');
    expect(text).toMatch(/\.\/lab exec test4 -- ping -c 1 -W 1 172\.17\.0\.\d/);
  });

  it('shows for a box of the picture what it is and whom it reaches', async () => {
    const { page } = await open(await goodReport());
    await page.locator('.item[data-id="container docker-node1/web-port"]').click();
    const panel = page.getByRole('dialog');
    expect(await panel.innerText()).toMatch(/web-port[\s\S]*reaches \d+ of \d+ asked/);
    await panel.getByRole('button', { name: 'Show what it sends' }).click();
    expect(await page.locator('#filter-from').inputValue()).toBe('web-port');
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['web-port']);
  });

  it('marks in the picture what is not as declared, with a word', async () => {
    const { page } = await open(await badReport());
    expect(await page.locator('#picture .label.missing').allTextContents()).toEqual(['missing']);
  });

  it('puts a cause before what it explains, and what is alike together', async () => {
    const { page } = await open(await badReport());
    const cause = page.locator('.difference', { hasText: 'test2 is attached to test-bridge' });
    expect(await cause.innerText()).toContain('./lab repair');
    await cause.locator('summary').click();
    await cause.locator('details li').first().waitFor();
    expect(await cause.locator('details li').count()).toBeGreaterThan(5);
    expect(
      await page.locator('.difference', { hasText: 'senders → web@bridge:80/tcp' }).count(),
    ).toBeGreaterThan(0);
  });

  it('has the commands of the article beside what was measured', async () => {
    const { page } = await open(await goodReport());
    const link = page.locator('#chapter-link');
    expect(await link.innerText()).toContain('docker run -d --name test3 --link test1 busybox');
    expect(await link.locator('tbody .row').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/test3 → "test1"\s+reachable/)]),
    );
    await link.locator('details summary').click();
    await link.locator('details li').first().waitFor();
    expect(await link.locator('details li').count()).toBe(6);
  });
});

describe('the filters', () => {
  it('are endpoint, chapter, result, outcome and text, and say how much is left', async () => {
    const { page } = await open(await badReport());
    const showing = page.locator('#showing');
    const all = Number.parseInt((await showing.textContent())!, 10);
    await page.locator('#filter-from').selectOption('test4');
    expect(Number.parseInt((await showing.textContent())!, 10)).toBeLessThan(all / 5);
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['test4']);
    await page.locator('#filter-outcome').selectOption('timeout');
    await page.locator('#filter-to').selectOption('test3');
    expect(await showing.textContent()).toMatch(/^2 edges|^1 edges/);
    await page.locator('#clear').click();
    expect(Number.parseInt((await showing.textContent())!, 10)).toBe(all);
    await page.locator('#filter-chapter').selectOption('link');
    expect(await page.locator('.chapter').count()).toBe(1);
    await page.locator('#clear').click();
    await page.getByRole('button', { name: /\d+ differ$/ }).click();
    expect(await page.locator('#filter-status').inputValue()).toBe('fail');
    await page.locator('#filter-text').fill('no such thing');
    expect(await showing.textContent()).toBe('Nothing matches these filters.');
    expect(await page.locator('.grid').isVisible()).toBe(false);
  });

  it('show in the matrix the measured, the predicted, or only what differs', async () => {
    const { page } = await open(await badReport());
    const cell = page.getByRole('gridcell', { name: /^test1 to web:/ });
    expect(await cell.textContent()).toBe('+−!');
    await page.getByRole('button', { name: 'Predicted' }).click();
    expect(await cell.textContent()).toMatch(/[+~]/);
    await page.getByRole('button', { name: 'Differences only' }).click();
    const cells = await page.locator('.cell:not(.none)').allTextContents();
    expect(cells.filter((text) => !/[!?]/.test(text))).toEqual([]);
    expect(cells.join('')).toMatch(/!.*\?|\?.*!/);
  });
});

describe('a link to a report', () => {
  it('leads to an edge, a filter, a section and a language', async () => {
    const { page } = await open(
      await goodReport(),
      `edge=${encodeURIComponent(EDGE)}&from=test4&lang=zh&view=chapters`,
    );
    expect(await page.getByRole('dialog').innerText()).toContain('到此为止');
    expect(await page.locator('#filter-from').inputValue()).toBe('test4');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(300);
  });

  it('follows what is done, and going back undoes it', async () => {
    const { page } = await open(await goodReport());
    await page.getByRole('gridcell', { name: /^test1 to test2:/ }).click();
    expect(page.url()).toContain('pair=test1+%3E+test2');
    await page.getByRole('dialog').locator('.row').first().click();
    expect(page.url()).toContain('edge=test1');
    await page.goBack();
    expect(page.url()).toContain('pair=test1');
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('that leads to nothing shows the report', async () => {
    const { page, complaints } = await open(
      await goodReport(),
      'edge=gone&lang=xx&theme=%00&item=no',
    );
    expect(await page.locator('.sentence').isVisible()).toBe(true);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });
});

describe('the languages', () => {
  it('are both in the file; the switch keeps what is selected and filtered', async () => {
    const { page } = await open(
      await badReport(),
      `edge=${encodeURIComponent(EDGE)}&chapter=user-bridge`,
    );
    await page.keyboard.press('Escape');
    await page.locator('#language').click();
    expect(await page.locator('#matrix h2').textContent()).toBe('矩阵');
    expect(await page.locator('#filter-chapter').inputValue()).toBe('user-bridge');
    await page.locator('#language').click();
    expect(await page.locator('#matrix h2').textContent()).toBe('Matrix');
  });

  it('begin with the one that the browser prefers', async () => {
    const { page } = await open(await goodReport(), '', { locale: 'zh-CN' });
    expect(await page.locator('.sentence').textContent()).toMatch(/^全部 \d{3} 条都成立$/);
  });

  it('leave no English sentence in the Chinese report', async () => {
    const { page } = await open(await badReport(), 'lang=zh');
    for (const details of await page.locator('details > summary').all()) await details.click();
    while ((await page.locator('.more').count()) > 0) await page.locator('.more').first().click();
    const text = await page.locator('main').innerText();
    const sentences = text.split('\n').filter((line) => /\b(the|is|are|has|of|and)\b/.test(line));
    expect(sentences).toEqual([]);
  });
});
