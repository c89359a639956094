import { DEFAULT_BRIDGE } from '../lab';
import { ANY_ADDRESS } from '../ports';
import { quote, type Finding } from '../problems';
import { suggest } from '../suggest';
import type { Draft, ServiceItem } from './draft';
import { someNodes } from './overlays';
import { phrase } from '../../text/text';

/** Services: the swarm that runs them, their overlay networks, and what they publish. */
export function* services(draft: Draft): Iterable<Finding> {
  const [first] = draft.services;
  // Of an overlay network without a swarm another rule says so.
  if (first !== undefined && draft.swarm.length === 0 && draft.overlays.length === 0) {
    yield {
      path: first.path,
      message: phrase('{name} is a service, and there is no swarm', { name: first.value.name }),
      why: phrase('a service is run by a Docker Swarm'),
      next: phrase('name its nodes, the manager first: swarm: [{nodes}]', {
        nodes: someNodes(draft),
      }),
    };
  }
  for (const service of draft.services) {
    yield* networks(draft, service);
    yield* published(service);
  }
}

function* networks(draft: Draft, { value, path, attachments }: ServiceItem): Iterable<Finding> {
  const names = draft.overlays.map((overlay) => overlay.value.name);
  const next =
    names.length === 0
      ? phrase('declare an overlay network: driver: "overlay"')
      : phrase('name an overlay network: {networks}', { networks: names.map(quote) });
  if (attachments.length === 0) {
    yield {
      path: [...path, 'networks'],
      message: phrase('the service {name} is on no network', { name: value.name }),
      why: phrase('its replicas are reached over an overlay network'),
      next,
    };
  }
  const seen = new Set<string>();
  for (const { value: attachment, path: place } of attachments) {
    const { network } = attachment;
    if (seen.has(network)) {
      yield {
        path: place,
        message: phrase('{name} is on {network} twice', { name: value.name, network }),
        why: phrase('a service has one address on a network'),
        next: phrase('leave one of them out'),
      };
    }
    seen.add(network);
    if (draft.overlayNamed.has(network)) continue;
    if (network === DEFAULT_BRIDGE || draft.networks.some((one) => one.value.name === network)) {
      yield {
        path: place,
        message: phrase('{network} is a bridge, and {name} a service', {
          network: quote(network),
          name: value.name,
        }),
        why: phrase(
          'the swarm may run a replica on any of its nodes, and a bridge ends at its own',
        ),
        next,
      };
    } else if (!draft.written.networks.has(network)) {
      yield {
        path: place,
        message: phrase('unknown {kind} {name}', { kind: phrase('network'), name: quote(network) }),
        why: phrase('the topology declares no {kind} of this name', { kind: phrase('network') }),
        next: suggest(network, names),
      };
    }
  }
}

function* published({ value, path, ports }: ServiceItem): Iterable<Finding> {
  for (const { value: text, path: place, parsed } of ports) {
    if (!parsed.ok) {
      const { why, next } = parsed;
      yield {
        path: place,
        message: phrase('{text} publishes no port', { text: quote(text) }),
        why,
        next,
      };
    } else if (parsed.spec.chosen !== undefined) {
      yield {
        path: place,
        message: phrase('{value} publishes {text}, of which the swarm would choose the port', {
          value: value.name,
          text: quote(text),
        }),
        why: phrase('the lab must know it to probe it on every node'),
        next: phrase('write {text}, such as "8080:80"', { text: '"NODE-PORT:CONTAINER-PORT"' }),
      };
    } else if (parsed.spec.ip !== ANY_ADDRESS || parsed.spec.family !== undefined) {
      yield {
        path: place,
        message: phrase('{name} publishes {port} on one address', {
          name: value.name,
          port: quote(text),
        }),
        why: phrase('the routing mesh takes a port on every address of every node of the swarm'),
        next: phrase('leave the address out'),
      };
    }
  }
  if (value.endpointMode !== 'dnsrr' || ports.length === 0) return;
  yield {
    path: [...path, 'ports'],
    message: phrase('ports of {name}, whose endpoint mode is "dnsrr"', { name: value.name }),
    why: phrase('the routing mesh leads to a virtual address, and with "dnsrr" there is none'),
    next: phrase('leave ports out, or leave endpointMode out'),
  };
}
