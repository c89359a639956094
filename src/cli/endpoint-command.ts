import { OUTSIDE } from '../topology/edge';
import type { Lab } from '../topology/lab';
import type { Inventory, InventoryNode } from '../nodes/inventory';
import { LabError } from '../platform/errors';
import { phrase, verbatim } from '../text/text';

export interface EndpointCommandOptions {
  readonly lab: Lab;
  readonly inventory: Inventory;
  readonly endpoint: string;
  readonly command: readonly string[];
  /** Docker's own name of a replica. */
  readonly called?: string;
  /** A person types: a terminal is wanted. */
  readonly terminal: boolean;
}

/** The argument array that runs a command on an endpoint. @throws LabError for an unknown endpoint */
export function endpointCommand(options: EndpointCommandOptions): string[] {
  const { lab, inventory, endpoint, command, called = endpoint } = options;
  const on = (name: string): InventoryNode => {
    const node = inventory.nodes.find((candidate) => candidate.name === name);
    if (node === undefined)
      throw new LabError(phrase('node {name} is not up', { name }), {
        next: verbatim('./lab nodes up'),
      });
    return node;
  };
  if (endpoint === OUTSIDE) return [...command];
  if (lab.nodes.some(({ name }) => name === endpoint)) {
    return [...nodeExec(on(endpoint), options.terminal), ...command];
  }
  const container = lab.containers.find(({ name }) => name === endpoint);
  if (container !== undefined) {
    const { dockerHost } = on(container.node);
    const flags = options.terminal ? ['--interactive', '--tty'] : ['--interactive'];
    return ['docker', '--host', dockerHost, 'exec', ...flags, called, ...command];
  }
  const namespace = /^netns:(.+)$/.exec(endpoint)?.[1];
  const pair = lab.namespacePairs.find(({ ends }) => ends.some(({ name }) => name === namespace));
  if (namespace !== undefined && pair !== undefined) {
    const exec = nodeExec(on(pair.node), options.terminal);
    return [...exec, 'ip', 'netns', 'exec', namespace, ...command];
  }
  throw unknownEndpoint(lab, endpoint);
}

export function unknownEndpoint(lab: Lab, endpoint: string): LabError {
  const replicas = lab.containers.filter(({ service }) => service === endpoint);
  if (replicas.length > 0) {
    return new LabError(
      phrase('{name} is a service, which runs in its replicas', { name: endpoint }),
      {
        where: phrase('lab {lab}', { lab: lab.name }),
        why: phrase('they are: {names}', { names: replicas.map(({ name }) => name) }),
        next: phrase('choose one of them'),
      },
    );
  }
  return new LabError(phrase('unknown endpoint {name}', { name: JSON.stringify(endpoint) }), {
    where: phrase('lab {lab}', { lab: lab.name }),
    why: phrase('it has: {names}', { names: endpoints(lab) }),
    next: phrase('choose one of them'),
  });
}

/** Every endpoint's id, as commands take it. */
export const endpoints = (lab: Lab): string[] => [
  ...lab.nodes.map(({ name }) => name),
  ...lab.namespacePairs.flatMap(({ ends }) => ends.map(({ name }) => `netns:${name}`)),
  ...lab.containers.map(({ name }) => name),
  OUTSIDE,
];

function nodeExec({ exec }: InventoryNode, terminal: boolean): string[] {
  if (!terminal || exec[0] !== 'docker') return [...exec];
  return exec.map((word) => (word === '--interactive' ? '-it' : word));
}
