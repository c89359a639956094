import fc from 'fast-check';
import { validate } from '../../src/topology/validate';
import { problemsOf } from '../support/base-topology';
import { BREAKAGES } from '../support/breakages';
import { servingTopology } from '../support/serving';
import { validTopology } from '../support/topologies';

test('every generated topology is valid, and its lab has everything that was declared', () => {
  fc.assert(
    fc.property(validTopology(), (topology) => {
      expect(problemsOf(topology)).toEqual([]);
      const lab = validate(topology, 'random.ts');
      const names = (list: readonly { readonly name: string }[] = []) => list.map((x) => x.name);
      expect(names(lab.nodes)).toEqual(names(topology.nodes));
      expect(names(lab.networks)).toEqual(names(topology.networks));
      expect(names(lab.containers)).toEqual(names(topology.containers));
      expect(names(lab.services)).toEqual(names(topology.services));
    }),
    { numRuns: 200 },
  );
});

test('every generated topology with services is valid, and its lab has every replica on a node of the swarm', () => {
  fc.assert(
    fc.property(servingTopology(), (topology) => {
      expect(problemsOf(topology)).toEqual([]);
      const { containers, services, swarm } = validate(topology, 'random.ts');
      expect(services.map(({ name }) => name)).toEqual(topology.services!.map(({ name }) => name));
      for (const { name, replicas } of services) {
        const own = containers.filter(({ service }) => service === name);
        expect(own.map((one) => one.name)).toEqual(
          Array.from({ length: replicas }, (_, index) => `${name}.${index + 1}`),
        );
        expect(swarm).toEqual(expect.arrayContaining(own.map(({ node }) => node)));
        const nodes = new Set(own.map(({ node }) => node));
        expect(nodes.size).toBe(Math.min(replicas, swarm.length));
      }
    }),
    { numRuns: 100 },
  );
});

test('the generator makes what the rules are about', () => {
  const seen = new Set<string>();
  for (const { nodes, networks = [], containers = [] } of fc.sample(validTopology(), 500)) {
    seen.add(`nodes:${nodes.length}`).add(`networks:${networks.length}`);
    for (const c of containers) {
      seen.add(`mode:${(c.networkMode ?? 'bridge').split(':')[0]}`);
      if (c.links) seen.add('links');
      for (const port of c.ports ?? []) {
        seen.add(port.includes('-') ? 'range' : 'port');
        if (port.startsWith('127.')) seen.add('loopback');
        if (port.startsWith('192.')) seen.add('node address');
        if (port.endsWith('/udp')) seen.add('udp');
      }
      for (const attachment of c.networks ?? []) {
        if (typeof attachment === 'string') continue;
        if (attachment.aliases) seen.add('aliases');
        if (attachment.address) seen.add('static');
      }
      if ((c.networks?.length ?? 0) > 2) seen.add('several networks');
    }
  }
  const wanted =
    'nodes:1 nodes:2 networks:0 networks:4 mode:bridge mode:host mode:none mode:container links range port loopback udp aliases static';
  for (const feature of [...wanted.split(' '), 'node address', 'several networks']) {
    expect(seen).toContain(feature);
  }
});

test.each(BREAKAGES)('broken by $name: refused, with this place and no other', ({ apply }) => {
  fc.assert(
    fc.property(validTopology(), fc.nat(), (topology, at) => {
      const broken = apply(topology, at);
      expect(problemsOf(broken.topology).map(({ path }) => path)).toEqual([broken.path]);
    }),
    { numRuns: 30 },
  );
});

test('no input crashes the validation', () => {
  const key = fc.constantFrom('name', 'nodes', 'node', 'containers', 'networks', 'ports', 'links');
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { maxDepth: 5 },
      fc.anything(),
      fc.array(tie('anything'), { maxLength: 3 }),
      fc.dictionary(key, tie('anything')),
    ),
  }));
  fc.assert(
    fc.property(validTopology(), fc.array(key, { maxLength: 3 }), anything, (base, path, value) => {
      let input: unknown = value;
      for (const step of path) input = { ...base, [step]: input };
      const problems = problemsOf(input);
      for (const { message } of problems) expect(message).not.toMatch(/\p{Cc}/u);
    }),
    { numRuns: 250 },
  );
});
