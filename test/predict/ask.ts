import type { Edge, Target } from '../../src/topology/edge';
import type { Facts } from '../../src/network/facts';
import type { Lab } from '../../src/topology/lab';
import { buildWorld } from '../../src/network/build';
import { createChapterOf } from '../../src/edges/chapter';
import { predictorOf } from '../../src/predict/predict';
import { reasonIn } from '../../src/i18n/catalogue';
import { predict } from '../support/predictor';

/** Outcome and rule ids in one line: `timeout: default-gateway isolation`. */
export function ask(lab: Lab, from: string, target: Target, facts?: Facts): string {
  const { outcome, reasons } = predict(lab, { from, target }, facts);
  return `${outcome}: ${reasons.map(({ rule }) => rule).join(' ')}`;
}

export const ping = (endpoint: string, network?: string): Target => ({
  kind: 'ping',
  endpoint,
  ...(network === undefined ? {} : { network }),
});

export const name = (text: string): Target => ({ kind: 'name', name: text, endpoint: text });

export const port = (
  endpoint: string,
  network: string,
  number: number,
  protocol: 'tcp' | 'udp' = 'tcp',
): Target => ({ kind: 'port', endpoint, network, port: number, protocol });

/** A port of node1, whose address is 192.168.205.10. */
export const nodePort = (
  number: number,
  address = '192.168.205.10',
  protocol: 'tcp' | 'udp' = 'tcp',
): Target => ({ kind: 'node-port', node: 'node1', address, port: number, protocol });

/** Facts of nodes that chose what engines choose, and these container addresses. */
export const factsOf = (
  lab: Lab,
  addresses: Facts['addresses'] = {},
  more: Partial<Facts['nodes'][string]> = {},
): Facts => ({
  nodes: Object.fromEntries(
    lab.nodes.map(({ name: node, engine }) => [
      node,
      { engine, defaultRoute: false, subnets: {}, gateways: {}, ...more },
    ]),
  ),
  addresses,
});

/** The texts of all reasons, a line each. */
export const told = (lab: Lab, from: string, target: Target, facts?: Facts): string =>
  predict(lab, { from, target }, facts)
    .reasons.map((reason) => reasonIn('en', reason))
    .join('\n');

/** The chapter from which on an edge holds. */
export function chapterIn(lab: Lab, edge: Edge): string {
  const world = buildWorld(lab);
  return createChapterOf(world)(edge, predictorOf(world).predict(edge));
}
