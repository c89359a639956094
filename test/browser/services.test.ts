import { place } from '../../src/observe/place';
import { reportData } from '../../src/report/html/data/build';
import { htmlPage } from '../../src/report/html/page';
import { servicesLab, servicesStates } from '../report/graph/services-lab';
import { predictedResult } from '../report/graph/services-result';
import { useBrowser } from './support/open';

const { open } = useBrowser();

const report = async (): Promise<string> => {
  const lab = servicesLab();
  return htmlPage(
    await reportData({ result: predictedResult(lab), ...place(lab, servicesStates()) }),
  );
};
const EDGE = `edge=${encodeURIComponent('a -> web@over:80/tcp')}`;

describe('a service in the report', () => {
  it('has a column, and no row; nobody can choose it as a sender', async () => {
    const { page, complaints } = await open(await report());
    expect(await page.getByRole('columnheader').allTextContents()).toContain('web');
    expect(await page.getByRole('rowheader').allTextContents()).not.toContain('web');
    const choices = (id: string): Promise<string[]> =>
      page.locator(`#${id} option`).allTextContents();
    expect(await choices('filter-to')).toContain('web');
    expect(await choices('filter-from')).not.toContain('web');
    expect(complaints).toEqual([]);
  });

  it.each([
    ['en', 'virtual address of web:80', 'overlay over', 'one of web.1, web.2', 'replica of web'],
    ['zh', '虚拟地址 web:80', 'overlay 网络 over', '其中之一 web.1, web.2', 'web 的副本'],
  ])(
    'is reached on a way that says whom it may lead to: %s',
    async (lang, virtual, net, one, replica) => {
      const { page } = await open(await report(), `lang=${lang}&${EDGE}`);
      const stations = await page.locator('.way .station').allTextContents();
      expect(stations).toEqual(['a', virtual, net, 'web', one]);
      await page.keyboard.press('Escape');
      await page.locator('.item[data-id="container node2/web.1"]').click();
      expect(await page.getByRole('dialog').innerText()).toContain(replica);
    },
  );
});
