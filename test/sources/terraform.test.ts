import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateForeign } from '../../src/topology/validate';
import { terraformIn, terraformSource, type When } from '../../src/sources/terraform';
import { ask } from '../support/compose';

const folder = mkdtempSync(join(tmpdir(), 'lab-terraform-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What Terraform printed for `main.tf` beside it, without what has nothing to do with networks. */
const PLAN = join(__dirname, 'recorded', 'terraform', 'plan.json');

const sourceOf = (file: string, when?: When) => terraformSource(terraformIn(file)!, '28.5', when);
const labOf = (file: string, when?: When) => {
  const source = sourceOf(file, when);
  return { lab: validateForeign(source.topology, source.label), names: source.names };
};
const written = (name: string, json: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
};

describe('a plan of Terraform', () => {
  const planned = labOf(PLAN);

  it.each([
    ['a network that has no id yet', 'host.web', 'db:5432', ['reachable']],
    ['each of the instances of a resource', 'each-a', 'each-b@inner-b', ['timeout']],
    ['a variable of a module', 'passed', 'host.web@front', ['reachable']],
    ['an output of a module', 'guest', 'each-a@inner-a', ['reachable']],
    ['a network that nothing here declares', 'each-a', 'each-b@traefik', ['reachable']],
    ['the stack of another container', 'side', '127.0.0.1:80', ['reachable']],
    ['an internal network', 'db', 'outside', ['unreachable']],
    ['an alias', 'passed', '"www"', ['reachable']],
    ['the default bridge', 'legacy-0', 'legacy-1:6379', ['reachable']],
    ['a container without a network in common', 'legacy-0', '"db"', ['unresolved']],
    ['a port', 'outside', 'host:8080', ['reachable']],
    ['a port on loopback', 'host', '127.0.0.1:8443', ['reachable']],
    ['a port of another node', 'outside', 'far:8080', ['reachable']],
  ])('tells of %s', (_, from, to, outcomes) => {
    expect(ask(planned, from, to)).toEqual(outcomes);
  });

  it('is asked by the addresses of resources as well', () => {
    expect(ask(planned, 'docker_container.web', 'docker_container.db:5432')).toEqual(['reachable']);
    expect(planned.names.get('module.m.docker_container.each["a"]')).toBe('each-a');
  });

  it('has a node for each configuration of the provider, and a swarm where there is an overlay', () => {
    const { nodes, containers, swarm } = planned.lab;
    expect(nodes.map(({ name }) => name)).toEqual(['host', 'far']);
    expect(swarm).toEqual(['host', 'far']);
    expect(containers.find(({ name }) => name === 'far.web')?.node).toBe('far');
  });

  it('leaves nothing open on a node where an external network is not', () => {
    const open = planned.lab.unsaid?.filter(({ kind }) => kind === 'external-network');
    expect(open).toEqual([expect.objectContaining({ network: 'traefik', node: 'host' })]);
  });

  it('says where a part of it stands', () => {
    const { placeOf, topology } = sourceOf(PLAN);
    const index = topology.containers!.findIndex(({ name }) => name === 'each-a');
    expect(placeOf(['containers', index, 'networks'])).toMatchObject({
      part: 'module.m.docker_container.each["a"].networks',
    });
  });

  it('keeps no value of an environment', () => {
    expect(readFileSync(PLAN, 'utf8')).toContain('s3cr3t-value');
    expect(JSON.stringify([sourceOf(PLAN), planned])).not.toContain('s3cr3t');
  });

  it('has what was there before it, too', () => {
    expect(labOf(PLAN, 'before').lab.containers).toEqual([]);
  });
});

describe('a state of Terraform', () => {
  const resource = (type: string, name: string, values: object) => ({
    ...{ address: `${type}.${name}`, mode: 'managed', type, name },
    values,
  });
  const state = (...resources: readonly object[]) => ({
    format_version: '1.0',
    values: { root_module: { resources } },
  });
  const network = resource('docker_network', 'n', { id: 'f00', name: 'net', driver: 'bridge' });
  const image = resource('docker_image', 'i', { name: 'redis:7', image_id: 'sha256:abc' });
  const on = { image: 'sha256:abc', network_mode: 'bridge', networks_advanced: [{ name: 'f00' }] };
  const a = resource('docker_container', 'a', { ...on, id: 'aaa', name: 'a' });
  const b = resource('docker_container', 'b', {
    ...{ id: 'bbb', name: 'b', image: 'busybox', network_mode: 'container:aaa' },
  });
  const c = resource('docker_container', 'c', { ...on, id: 'ccc', name: 'c' });
  const service = resource('docker_service', 's', { name: 's' });
  const lab = labOf(written('state.json', state(network, image, a, b, c, service)));

  it('has no before to be compared with', () => {
    expect(() => labOf(join(folder, 'state.json'), 'before')).toThrow('nothing to compare');
  });

  it('names networks, images and other containers by their ids', () => {
    expect(ask(lab, 'c', 'a:6379')).toEqual(['reachable']);
    expect(ask(lab, 'b', '127.0.0.1:6379')).toEqual(['reachable']);
    expect(ask(lab, 'c', 'a:99')).toEqual(['arrives']);
  });

  it('says that a service is left out', () => {
    expect(lab.lab.unsaid).toContainEqual(
      expect.objectContaining({ kind: 'left-out', value: 'docker_service.s' }),
    );
  });
});

describe('what is no plan and no state', () => {
  it.each([
    ['a state as it is kept', { version: 4, lineage: 'x', resources: [] }, 'neither'],
    ['of another form', { format_version: '1.0', values: { root_module: 5 } }, 'values.root'],
  ])('is refused: %s', (_, json, why) => {
    const file = written('odd.json', json);
    expect(terraformIn(file)).toBeDefined();
    expect(() => sourceOf(file)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ why: expect.stringContaining(why) as string }) as object,
      }) as Error,
    );
  });

  it('may be a topology of ours, or nothing', () => {
    expect(terraformIn(written('ours.json', { name: 'mine', nodes: [] }))).toBeUndefined();
    expect(terraformIn(join(folder, 'gone.json'))).toBeUndefined();
  });
});
