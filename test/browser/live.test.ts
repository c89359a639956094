import { request } from 'node:http';
import { EVENTS_PATH, serveLive, type LiveServer } from '../../src/cli/report/server';
import { reportData } from '../../src/report/html/data/build';
import { embedJson, htmlPage } from '../../src/report/html/page';
import { sampleCheck, sampleWithDifferences, reported } from '../support/measured';
import { useBrowser } from './support/open';

const { visit } = useBrowser();
let server: LiveServer | undefined;

async function start(): Promise<LiveServer> {
  const data = await reportData(reported(await sampleCheck()));
  server = await serveLive({
    address: { host: '127.0.0.1', port: 0 },
    exposed: false,
    page: () => htmlPage(data, { live: EVENTS_PATH }),
  });
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('the live view', () => {
  it('takes a new result as it comes, and keeps what is selected and filtered', async () => {
    const { url, send } = await start();
    const { page, complaints } = await visit(url);
    await page.locator('#filter-from').selectOption('test4');
    await page.getByRole('gridcell', { name: /^test4 to test2:/ }).click();
    const worse = await reportData(reported(await sampleWithDifferences()));
    send('result', embedJson(worse));
    await page.locator('.sentence', { hasText: 'do not hold' }).waitFor();
    expect(await page.locator('#filter-from').inputValue()).toBe('test4');
    expect(await page.getByRole('dialog').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('says what is going on, and what a container is like now', async () => {
    const { url, send } = await start();
    const { page } = await visit(url);
    send('status', JSON.stringify({ checking: true, states: { web: 'exited', test1: 'running' } }));
    await page.locator('#live', { hasText: 'measuring' }).waitFor();
    const web = page.locator('.item[data-id="container docker-node1/web"]');
    expect(await web.locator('.now').textContent()).toBe('exited');
    expect(await page.locator('.now').count()).toBe(1);
    send(
      'status',
      JSON.stringify({ checking: false, problem: 'not up: docker-node1', states: {} }),
    );
    await page.locator('#live', { hasText: 'not up: docker-node1' }).waitFor();
  });

  it('says that the connection is lost, and takes it up again', async () => {
    const { url } = await start();
    const { page } = await visit(url);
    await page.locator('#live', { hasText: 'live' }).waitFor();
    await server!.close();
    await page.locator('#live', { hasText: 'connection lost' }).waitFor();
    const data = await reportData(reported(await sampleCheck()));
    server = await serveLive({
      address: { host: '127.0.0.1', port: Number(new URL(url).port) },
      exposed: false,
      page: () => htmlPage(data, { live: EVENTS_PATH }),
    });
    await page.locator('#live.calm').waitFor();
  });

  it('asks its own server only', async () => {
    const { url } = await start();
    const { page, requests } = await visit(url);
    await page.locator('#live', { hasText: 'live' }).waitFor();
    expect(requests.filter((one) => !one.startsWith(url))).toEqual([]);
  });

  it('is not read by a page of another origin', async () => {
    const { url } = await start();
    const { page } = await visit(url);
    await page.goto('about:blank');
    const read = await page.evaluate<string>(`fetch('${url}').then(() => 'read', () => 'refused')`);
    expect(read).toBe('refused');
  });

  it('answers to no name but its own', async () => {
    const { url } = await start();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(url, { headers: { host: 'attacker.example' } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .once('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});
