import { leftovers } from './support/leftovers';
import { check, command, labWith, onNode, type Checked, type Ended } from './support/lab';

const TOPOLOGY = { LAB_TOPOLOGY: 'test/e2e/topologies/services.ts' };
const MANAGER = 'svc-node1';
const NODES = [MANAGER, 'svc-node2'] as const;
const lab = (...words: string[]): Promise<Ended> => labWith(TOPOLOGY, ...words);
const cdktf = (verb: string, ...words: string[]): Promise<Ended> =>
  command(['npx', '--no-install', 'cdktf', verb, '--output', 'cdktf.out.e2e', ...words], TOPOLOGY);
const manage = (...words: string[]): Promise<string> => onNode(MANAGER, 'docker', ...words);

async function succeed(ended: Promise<Ended>): Promise<Ended> {
  const { code, stdout, stderr } = await ended;
  expect({ code, stdout, stderr }).toMatchObject({ code: 0 });
  return { code, stdout, stderr };
}

const deploy = (): Promise<Ended> => succeed(cdktf('deploy', '--auto-approve'));
const repair = (): Promise<Ended> => succeed(lab('repair', '--yes'));

interface Task {
  readonly node: string;
  readonly container: string;
}

/** The containers that the nodes run for a service, by slot. */
async function tasksOf(service: string): Promise<Map<number, Task>> {
  const format = '{{.ID}} {{.Names}}';
  const tasks = new Map<number, Task>();
  for (const node of NODES) {
    const filter = ['--filter', `label=com.docker.swarm.service.name=${service}`];
    const text = await onNode(node, 'docker', 'ps', ...filter, '--format', format);
    for (const line of text.split('\n').filter((one) => one !== '')) {
      const [container = '', name = ''] = line.split(' ');
      tasks.set(Number(name.split('.')[1]), { node, container });
    }
  }
  return tasks;
}

/** `docker` on the node of a task, with its container as the last word. */
async function onTask(service: string, slot: number, ...words: string[]): Promise<string> {
  const { node, container } = (await tasksOf(service)).get(slot)!;
  return onNode(node, 'docker', ...words, container);
}

/** The replicas of a service that is removed end later: the swarm gives them ten seconds. */
async function ended(service: string): Promise<void> {
  while ((await tasksOf(service)).size > 0);
}

const failing = ({ failing: all }: Checked): string[] =>
  all.map(({ subject, measured }) => `${subject}: ${measured}`);

const PATIENCE = 90_000;

/** What still fails once the swarm had time to run what it should. */
async function settled(): Promise<string[]> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const left = failing(await check(TOPOLOGY));
    if (left.length === 0 || Date.now() > end) return left;
  }
}

/** What is found, and that nothing else is. */
interface Found {
  readonly structure: readonly RegExp[];
  /** Structure lines that may fail as well. */
  readonly also?: RegExp;
  readonly edges?: readonly string[];
  /** Every failing edge matches. */
  readonly only?: RegExp;
  readonly hint?: RegExp;
}

function expectFound(found: Checked, { structure, also, edges = [], only = /(?!)/, hint }: Found) {
  const named = [...structure, ...(also === undefined ? [] : [also])];
  expect({
    code: found.code,
    missed: [
      ...edges.filter((subject) => !found.edges.includes(subject)),
      ...structure.filter((pattern) => !found.structure.some((line) => pattern.test(line))),
    ],
    unrelated: [
      ...found.edges.filter((subject) => !only.test(subject)),
      ...found.structure.filter((subject) => !named.some((pattern) => pattern.test(subject))),
    ],
  }).toEqual({ code: 1, missed: [], unrelated: [] });
  if (hint !== undefined) {
    expect(found.failing.map((verdict) => verdict.hint)).toContainEqual(
      expect.stringMatching(hint),
    );
  }
}

const about = (name: string): RegExp => new RegExp(`(^| -> )"?(tasks\\.)?${name}"?([@: ]|$)`);
const WEB = about('web(\\.\\d)?');

describe('the services of a lab', () => {
  afterAll(() => lab('down', '--force'));

  it('come up with their replicas, and a second plan is empty', async () => {
    await succeed(lab('up'));
    const { stdout } = await succeed(cdktf('diff'));
    expect(stdout).toContain('No changes');
  });

  it('have replicas that a command can be run in, and that are shown', async () => {
    const nginx = await succeed(lab('exec', 'web.3', '--', 'nginx', '-v'));
    expect(nginx.stderr).toContain('nginx version');
    const { stdout } = await succeed(lab('exec', 'worker.2', '--', 'hostname'));
    const hostname = await onTask('worker', 2, 'inspect', '--format', '{{.Config.Hostname}}');
    expect(stdout).toBe(hostname);
    const rows = JSON.parse((await succeed(lab('status', '--json'))).stdout) as object[];
    for (const name of ['web.1', 'web.2', 'web.3', 'worker.1', 'worker.2']) {
      expect(rows).toContainEqual(expect.objectContaining({ name, state: 'running' }));
    }
  });

  it('need a kernel with IP_VS where they have a virtual address or ports, else nothing is touched', async () => {
    const ipvs = 'genl ctrl get name IPVS >/dev/null 2>&1 && echo there || echo none';
    if ((await onNode(MANAGER, 'sh', '-c', ipvs)).trim() === 'there') return;
    const before = [await manage('service', 'ls'), await tasksOf('web'), await tasksOf('worker')];
    for (const [copy, name] of [
      ['vip', 'balanced'],
      ['ports', 'mesh'],
    ] as const) {
      const topology = { LAB_TOPOLOGY: `test/e2e/topologies/services-${copy}.ts` };
      const { code, stderr } = await labWith(topology, 'up');
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringMatching(
          `the kernel of svc-node\\d has no IP_VS, which the service ${name} needs`,
        ) as string,
      });
    }
    expect([await manage('service', 'ls'), await tasksOf('web'), await tasksOf('worker')]).toEqual(
      before,
    );
    expect(await settled()).toEqual([]);
  });

  it('have a replica replaced by the swarm, and nothing is left to mend', async () => {
    const before = (await tasksOf('web')).get(2)!.container;
    await onTask('web', 2, 'rm', '--force');
    expect(await settled()).toEqual([]);
    expect((await tasksOf('web')).get(2)!.container).not.toBe(before);
    expect((await succeed(cdktf('diff'))).stdout).toContain('No changes');
  });

  it('are found to have too few replicas, and a deploy brings them back', async () => {
    await manage('service', 'scale', 'web=2');
    const found = await check(TOPOLOGY);
    await deploy();
    expectFound(found, {
      structure: [/^the service web is as declared$/, /^web\.\d is running$/],
      only: WEB,
      hint: /changed it by hand: npx cdktf deploy/,
    });
    expect(await settled()).toEqual([]);
  });

  it('are found to be gone, and a deploy brings them back', async () => {
    await manage('service', 'rm', 'web');
    await ended('web');
    const found = await check(TOPOLOGY);
    await deploy();
    expectFound(found, {
      structure: [/^the swarm runs the service web$/],
      also: /^web\.\d is running$/,
      edges: ['client -> "web"', 'client -> "tasks.web"', 'client -> web.1@front:80/tcp'],
      only: WEB,
      hint: /web is gone: npx cdktf deploy/,
    });
    expect(await settled()).toEqual([]);
  });

  it('are the same whichever slots the swarm gives their replicas', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      if ([...(await tasksOf('web')).keys()].some((slot) => slot > 3)) break;
      await manage('service', 'scale', `web=${4 + tries}`);
      await onTask('web', 1 + (tries % 3), 'rm', '--force');
      await manage('service', 'scale', 'web=3');
    }
    expect(await settled()).toEqual([]);
  });

  it('are found to have a paused replica', async () => {
    await onTask('worker', 1, 'pause');
    const found = await check(TOPOLOGY);
    await onTask('worker', 1, 'unpause');
    expectFound(found, {
      structure: [/^worker\.1 is running$/],
      edges: ['web.1 -> worker.1@back', 'worker.1 -> worker.2@back'],
      only: about('worker(\\.1)?'),
      hint: /docker unpause worker\.1\./,
    });
    expect(await settled()).toEqual([]);
  });

  it('are found to have a replica off an overlay, and a repair replaces them', async () => {
    await onTask('worker', 2, 'network', 'disconnect', 'back');
    const found = await check(TOPOLOGY);
    await repair();
    expectFound(found, {
      structure: [/^worker\.2 is attached to back$/],
      also: /worker\.2|back/,
      edges: ['worker.2 -> "web"', 'worker.1 -> worker.2@back'],
      only: about('worker(\\.2)?'),
    });
    expect(await settled()).toEqual([]);
  });

  it('are found to serve another page, in the one replica that does', async () => {
    const script = `pid=$(docker inspect -f '{{.State.Pid}}' "$0")
      echo other >/proc/$pid/root/usr/share/nginx/html/index.html`;
    const { node, container } = (await tasksOf('web')).values().next().value!;
    await onNode(node, 'sh', '-ec', script, container);
    const found = await check(TOPOLOGY);
    await onNode(node, 'docker', 'rm', '--force', container);
    const [edge = ''] = found.edges.filter((one) => /^client -> web\.\d@front:80/.test(one));
    const replica = edge.split(/ -> |@/)[1] ?? '';
    // On another node's docker_gwbridge the same address may be that of another replica.
    const pages = new RegExp(` -> (${replica}@\\w+|web\\.\\d@docker_gwbridge):80/tcp$`);
    expectFound(found, {
      structure: [new RegExp(`^${replica} shows its page$`)],
      edges: [`client -> ${replica}@front:80/tcp`],
      only: pages,
    });
    expect(await settled()).toEqual([]);
  });

  it('are found to be another service of the same name', async () => {
    await manage('service', 'rm', 'worker');
    const options = ['--name', 'worker', '--endpoint-mode', 'dnsrr', '--network', 'back'];
    await manage(
      ...['service', 'create', '--detach', '--replicas', '2', ...options],
      ...['busybox:1.36', 'sleep', 'infinity'],
    );
    await new Promise((done) => setTimeout(done, 10_000));
    const found = await check(TOPOLOGY);
    await manage('service', 'rm', 'worker');
    await ended('worker');
    await deploy();
    expectFound(found, {
      structure: [/^the service worker is as declared$/, /^worker\.1 belongs to the lab$/],
      also: /^worker\.\d/,
      hint: /another worker was made in its place: remove it by hand/,
    });
    expect(await settled()).toEqual([]);
  });

  it('move to another node while the engine of theirs stands still, and the check follows', async () => {
    const onOther = (state: string) => onNode(NODES[1], 'pkill', `-${state}`, '-x', 'dockerd');
    await onOther('STOP');
    try {
      const moved = async (): Promise<boolean> =>
        (await manage('node', 'ls', '--format', '{{.Status}}')).includes('Down');
      while (!(await moved())) await new Promise((done) => setTimeout(done, 1000));
      await new Promise((done) => setTimeout(done, 10_000));
      const found = await check(TOPOLOGY);
      expect(found.code).toBe(3);
      expect(found.structure).toEqual(['svc-node2 and its engine answer']);
      expect(found.failing.filter(({ status }) => status === 'fail')).toEqual([]);
      expect(found.edges.filter((edge) => !/svc-node2|stranger/.test(edge))).toEqual([]);
    } finally {
      await onOther('CONT');
    }
    expect(await settled()).toEqual([]);
  });

  it('leave nothing behind', async () => {
    await succeed(lab('down', '--force'));
    expect(await leftovers('services', 'svc-node')).toEqual([]);
  });
});
