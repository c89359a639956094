import { phrase, type Text } from '../text/text';
import { isIpv6, type Lab, type LabNode } from './lab';

/** What a topology says that no deploy of the lab could bring about, though it is predicted. */
export interface Undeployable {
  readonly what: Text;
  readonly why: Text;
  readonly next: Text;
}

/**
 * The first such thing.
 *
 * @param isMade Whether the lab itself makes a node as a container; others are as they are
 */
export const undeployable = (
  lab: Lab,
  isMade: (node: LabNode) => boolean,
): Undeployable | undefined => [...networks(lab), ...containers(lab), ...nodes(lab, isMade)][0];

function* networks({ networks: all, lans = [] }: Lab): Iterable<Undeployable> {
  for (const { name } of [...all, ...lans].filter(({ ipv4 }) => ipv4 === false)) {
    yield {
      what: phrase('network {name} has no IPv4, which cannot be deployed', { name }),
      why: phrase(
        'the Terraform provider cannot switch IPv4 off, up to 4.5 (docker network create --ipv4=false)',
      ),
      next: phrase('leave ipv4 out of {name}, or ask without a deploy: ./lab check --predicted', {
        name,
      }),
    };
  }
}

function* containers({ containers: all, nodes: hosts }: Lab): Iterable<Undeployable> {
  for (const { name, node, links, ports, networking } of all) {
    const held = hosts.find((host) => host.name === node)?.options?.icc === false;
    if (held && links.length > 0) {
      yield {
        what: phrase(
          '{name} has a link, and containers on the default bridge of {node} may not talk to each other: no deploy opens its ports',
          { name, node },
        ),
        why: phrase(
          'the Terraform provider has no links since 3.0: the name would be there, and no port open',
        ),
        next: phrase('leave icc out of {node}, or ask without a deploy: ./lab check --predicted', {
          node,
        }),
      };
    }
    if (ports.some(({ chosen }) => chosen !== undefined)) {
      yield {
        what: phrase('the engine would choose a port for {name}, which no deploy tells', { name }),
        why: phrase('the lab must know it to probe it'),
        next: phrase(
          'write "NODE-PORT:CONTAINER-PORT", such as "8080:80", or ask without a deploy: ./lab check --predicted',
        ),
      };
    }
    const attachments = networking.mode === 'bridge' ? networking.attachments : [];
    if (attachments.some(({ gwPriority = 0 }) => gwPriority < 0)) {
      yield {
        what: phrase('{name} has a gwPriority below 0, which cannot be deployed', { name }),
        why: phrase('the Terraform provider takes 0 and more, up to 4.5'),
        next: phrase(
          'raise all priorities of {name}, or ask without a deploy: ./lab check --predicted',
          { name },
        ),
      };
    }
  }
}

function* nodes(
  { nodes: all, outside }: Lab,
  isMade: (node: LabNode) => boolean,
): Iterable<Undeployable> {
  for (const node of all) {
    const { name, options, addresses, foreignFirewall, names } = node;
    const more =
      (addresses === undefined ? undefined : 'addresses') ??
      (foreignFirewall === undefined ? undefined : 'foreignFirewall') ??
      (names === undefined ? undefined : 'names');
    if (node.backend !== 'remote' && more !== undefined) {
      yield {
        what: phrase('{key} of {name}, a node that the lab makes: it cannot be deployed', {
          key: more,
          name,
        }),
        why: phrase(
          'it says what is there already, and the lab makes nodes with one address and no other firewall',
        ),
        next: phrase(
          'leave {key} out, give the node ssh if it exists, or ask without a deploy: ./lab check --predicted',
          { key: more },
        ),
      };
    }
    if (node.backend !== 'remote' && options !== undefined && !isMade(node)) {
      yield {
        what: phrase('options of the engine of {name}, a virtual machine, cannot be deployed', {
          name,
        }),
        why: phrase('the lab gives options to engines of nodes that are containers only'),
        next: phrase(
          'write backend: "containers" for {name}, or ask without a deploy: ./lab check --predicted',
          { name },
        ),
      };
    }
  }
  if ((outside.routes ?? []).length > 0 || isIpv6(outside.address6 ?? '')) {
    yield {
      what: phrase('outside has a route or an IPv6 address, which cannot be deployed'),
      why: phrase('the lab changes no routes and no addresses of the machine that runs it'),
      next: phrase(
        'leave routes and address6 out, or ask without a deploy: ./lab check --predicted',
      ),
    };
  }
}
