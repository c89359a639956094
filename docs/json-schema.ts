import * as z from 'zod';
import { OUTCOMES, STATUSES } from '../src/report/html/data/shape';
import { SCHEMA } from '../src/report/json';
import { statements } from '../src/i18n/en/statements';

const endpoint = z
  .string()
  .meta({ id: 'endpoint', description: 'A container or node by its name, netns:NAME, or outside' });
const outcome = z.enum(OUTCOMES);
const protocol = z.enum(['tcp', 'udp']);
const port = z.int().min(0).max(65535);
const network = z.string().meta({
  id: 'network',
  description: 'As the topology names it; bridge is the default bridge',
});
const page = z.string().optional().describe('Text that GET / must contain');

const target = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('ping'), endpoint, network: network.optional() }),
    z.object({ kind: z.literal('ping6'), endpoint, network }),
    z.object({ kind: z.literal('name'), name: z.string(), endpoint }),
    z.object({
      ...{ kind: z.literal('port'), endpoint, network: network.optional(), port, protocol, page },
    }),
    z.object({
      ...{
        kind: z.literal('node-port'),
        node: endpoint,
        address: z.string(),
        port,
        protocol,
        page,
      },
    }),
    z.object({ kind: z.literal('loopback') }),
    z.object({ kind: z.literal('outside'), seenAs: z.string() }),
    z.object({ kind: z.literal('gateway'), network }),
  ])
  .meta({ id: 'target', description: 'How it is asked for' });

const serving = {
  listener: endpoint.optional(),
  page,
  publisher: endpoint.optional(),
};

const answeredBy = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('container'), id: endpoint, node: z.string(), ...serving }),
    z.object({ kind: z.literal('node'), id: endpoint, ...serving }),
    z.object({
      ...{ kind: z.literal('service'), id: endpoint, replicas: z.array(endpoint), ...serving },
    }),
    z.object({ kind: z.literal('namespace'), id: endpoint, node: z.string() }),
    z.object({ kind: z.literal('outside'), id: endpoint }),
  ])
  .meta({
    id: 'answerer',
    description: 'Whose network stack answers, and what in it does; absent where nobody answers',
  });

const node = z.string().meta({ id: 'node', description: 'By its name' });
const hop = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('interface'),
      stack: endpoint,
      node: node.optional(),
      on: z.union([z.enum(['lo', 'veth', 'nodes-network']), z.object({ network })]),
    }),
    z.object({ kind: z.literal('bridge'), node, network }),
    z.object({ kind: z.literal('overlay'), network, from: node, to: node.optional() }),
    z.object({ kind: z.literal('veth'), node, ends: z.tuple([endpoint, endpoint]) }),
    z.object({ kind: z.literal('nodes-network'), subnet: z.string() }),
    z.object({ kind: z.literal('elsewhere') }),
    z.object({
      kind: z.literal('names'),
      by: z.enum(['hosts-file', 'embedded-dns', 'resolver']),
      stack: endpoint,
      name: z.string(),
    }),
    z.object({
      kind: z.literal('rule'),
      stack: endpoint,
      rule: z.string(),
      does: z.enum(['passes', 'drops']),
    }),
    z.object({
      kind: z.literal('translation'),
      node,
      by: z.enum([
        'masquerade',
        'published-port',
        'docker-proxy',
        'routing-mesh',
        'virtual-address',
      ]),
      source: z.string().optional(),
      to: endpoint.optional(),
      port: port.optional(),
    }),
  ])
  .meta({ id: 'hop' });

const reason = z.looseObject({ rule: z.string(), text: z.string() }).meta({
  id: 'reason',
  description: 'The rule (a section of docs/reachability.md), what it is told of, and its sentence',
});

const prediction = z
  .object({
    outcome,
    answeredBy: answeredBy.optional(),
    hops: z.array(hop).describe('Where the packet comes by, as far as it comes'),
    reasons: z.array(reason).min(1),
  })
  .meta({ id: 'prediction' });

const found = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('outcome'), outcome }),
    z.object({
      ...{ kind: z.literal('seen-as'), outcome: z.literal('reachable'), address: z.string() },
    }),
    z.object({ kind: z.literal('other-page'), outcome: z.literal('reachable') }),
    z.object({ kind: z.literal('other-address'), outcome, address: z.string(), endpoint }),
    z.object({
      ...{ kind: z.literal('elsewhere'), outcome: z.literal('unresolved'), address: z.string() },
    }),
    z.object({ kind: z.literal('absent'), what: z.looseObject({ kind: z.string() }) }),
  ])
  .meta({ id: 'found' });

const argv = z.array(z.string());
const mend = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('replace'), resource: z.string() }),
    z.object({ kind: z.literal('deploy') }),
    z.object({ kind: z.literal('nodes-up') }),
    z.object({ kind: z.literal('restart-engine'), node, argv }),
    z.object({
      kind: z.literal('container'),
      verb: z.enum(['restart', 'unpause', 'start']),
      node,
      container: z.string(),
    }),
    z.object({ kind: z.literal('command'), on: endpoint, argv, declared: z.boolean() }),
  ])
  .meta({ id: 'mend' });

const statement = z.looseObject({ kind: z.enum(Object.keys(statements)) }).meta({
  id: 'statement',
  description: 'What must hold of the nodes: its kind, and whom it is about',
});

const value = z
  .array(z.union([z.string(), z.looseObject({ fact: z.string() })]))
  .meta({ id: 'value', description: 'Term by term; none where it is nothing' });

const about = {
  status: z.enum(STATUSES),
  chapter: z.string(),
  id: z.string().describe('The label of an edge, or the id of a statement'),
  subject: z.string().describe('The label of an edge, or the sentence of a statement'),
  expected: z.string(),
  measured: z.string().describe('Empty where nothing was measured'),
  detail: z.string(),
  network: network.optional(),
  command: z.string().optional().describe('How to repeat it by hand, quoted for a shell'),
  hint: z.string().optional(),
  mend: mend.optional(),
  cause: z.string().optional().describe('Id of the failed statement that explains this one'),
};

const verdict = z
  .discriminatedUnion('kind', [
    z.object({
      ...about,
      kind: z.literal('edge'),
      from: endpoint,
      to: endpoint,
      edge: z.object({ from: endpoint, target }),
      prediction,
      found: found.optional(),
      address: z.string().optional(),
      ms: z.number().min(0).describe('Milliseconds until the answer; 0 where there was none'),
    }),
    z.object({
      ...about,
      kind: z.literal('structure'),
      statement,
      wanted: value,
      found: value.optional(),
      to: endpoint.optional(),
    }),
  ])
  .meta({ id: 'verdict' });

const count = z.int().min(0);

/** What `lab check --format json` prints. Fields that it does not name may be added under the same number. */
export const jsonResult = z.object({
  schema: z.literal(SCHEMA),
  lab: z.string(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  chapters: z.array(z.object({ id: z.string(), title: z.string() })),
  counts: z.object({ pass: count, fail: count, error: count, skipped: count }),
  verdicts: z.array(verdict),
});

/** The same as a JSON Schema (draft 2020-12), as docs/check.schema.json has it. */
export const jsonSchema = (): object => z.toJSONSchema(jsonResult, { io: 'input' });
