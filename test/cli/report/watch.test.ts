import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remember } from '../../../src/cli/check-run';
import type { Context } from '../../../src/cli/context';
import { watch } from '../../../src/cli/report/watch';
import type { LiveServer } from '../../../src/cli/report/server';
import { labPaths } from '../../../src/platform/config';
import type { Run } from '../../../src/platform/run';
import { articleLab } from '../../support/article';
import { sampleCheck, sampleWithDifferences, type Sample } from '../../support/measured';

let root: string;
let server: LiveServer | undefined;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lab-watch-'));
});
afterEach(async () => {
  await server?.close();
  rmSync(root, { recursive: true });
});

/** A lab whose nodes are not up. */
function context(run: Run = () => Promise.reject(new Error('nothing runs here'))): Context {
  const states = articleLab.nodes.map(
    ({ name }) => ({ name, state: 'absent', detail: '' }) as const,
  );
  return {
    lab: articleLab,
    paths: labPaths(root, articleLab.name),
    config: { root },
    backend: { status: () => Promise.resolve(states) },
    run,
  } as unknown as Context;
}

const start = (every: number): Promise<LiveServer> =>
  watch(context(), { address: { host: '127.0.0.1', port: 0 }, exposed: false, every });

const known = async (sample: Promise<Sample>): Promise<void> => {
  const { result, states } = await sample;
  remember(context(), result, states);
};

/** The events of a server until one fits. */
const until = (url: string, fits: (text: string) => boolean): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const request = get(`${url}events`, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (!fits(text)) return;
        request.destroy();
        resolve(text);
      });
      response.on('error', () => undefined);
    });
    request.on('error', reject);
  });

describe('the live view of a lab', () => {
  it('begins before anything was measured, and says why nothing is', async () => {
    server = await start(60_000);
    const text = await until(server.url, (one) => one.includes('absent'));
    expect(text).toContain('not up: docker-node1, docker-node2');
    expect(text).toContain('"docker-node1":"absent"');
  }, 20_000);

  it('takes over what another command measured', async () => {
    await known(sampleCheck());
    server = await start(0);
    const seen = until(server.url, (one) => one.includes('event: result') && one.endsWith('\n\n'));
    await known(sampleWithDifferences());
    expect(await seen).toMatch(/"counts":\{"pass":\d+,"fail":[1-9]/);
  }, 20_000);

  it('ends at once, with its connections', async () => {
    server = await start(0);
    const ended = until(server.url, () => false).catch(() => 'ended');
    await until(server.url, (one) => one.includes('status'));
    const before = Date.now();
    await server.close();
    expect(Date.now() - before).toBeLessThan(2000);
    await expect(Promise.race([ended, Promise.resolve('closed')])).resolves.toBeDefined();
    await expect(until(server.url, () => true)).rejects.toThrow(/ECONNREFUSED/);
  }, 20_000);
});
