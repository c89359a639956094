import { useBrowser } from './support/open';
import { goodReport } from './support/reports';

const { open } = useBrowser();

describe('a report without a mouse', () => {
  it('is walked through from the skip link to an edge and back', async () => {
    const { page } = await open(await goodReport());
    const focused = () => page.locator(':focus');
    await page.keyboard.press('Tab');
    expect(await focused().getAttribute('id')).toBe('skip');
    await page.keyboard.press('Enter');
    const grid = page.getByRole('grid');
    for (let tries = 0; tries < 8; tries += 1) {
      if (await grid.evaluate((element) => element.matches(':focus'))) break;
      await page.keyboard.press('Tab');
    }
    expect(await focused().getAttribute('role')).toBe('grid');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) {
      await page.keyboard.press(key);
    }
    const active = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).getAttribute('aria-label')).toMatch(
      /^docker-node2 to docker-node1:/,
    );
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.waitFor();
    expect(await focused().getAttribute('id')).toBe('panel-title');
    await page.keyboard.press('Tab');
    expect(await focused().getAttribute('aria-label')).toBe('Close');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await panel.innerText()).toContain('Raw probe');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused().getAttribute('role')).toBe('grid');
  });

  it('goes to the edges of the matrix with Home and End', async () => {
    const { page } = await open(await goodReport());
    const grid = page.getByRole('grid');
    await grid.focus();
    await page.keyboard.press('Control+End');
    const last = await grid.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${last}`).getAttribute('aria-label')).toMatch(
      /^web-overlay to web-overlay:/,
    );
    await page.keyboard.press('Control+Home');
    expect(await grid.getAttribute('aria-activedescendant')).toBe('cell-0-0');
  });

  it('opens a box of the picture with Enter and with the space bar', async () => {
    const { page } = await open(await goodReport());
    const box = page.locator('.item[data-id="bridge docker-node1/test-bridge"]');
    for (const key of ['Enter', ' ']) {
      await box.focus();
      await page.keyboard.press(key);
      expect(await page.getByRole('dialog').innerText()).toContain('test-bridge');
      await page.keyboard.press('Escape');
    }
  });
});
