import { DEFAULT_BRIDGE } from '../lab';
import { ANY_ADDRESS } from '../ports';
import { quote, type Finding } from '../problems';
import { suggest } from '../suggest';
import type { Draft, ServiceItem } from './draft';
import { someNodes } from './overlays';

/** Services: the swarm that runs them, their overlay networks, and what they publish. */
export function* services(draft: Draft): Iterable<Finding> {
  const [first] = draft.services;
  // Of an overlay network without a swarm another rule says so.
  if (first !== undefined && draft.swarm.length === 0 && draft.overlays.length === 0) {
    yield {
      path: first.path,
      message: `${first.value.name} is a service, and there is no swarm`,
      why: 'a service is run by a Docker Swarm',
      next: `name its nodes, the manager first: swarm: [${someNodes(draft)}]`,
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
      ? 'declare an overlay network: driver: "overlay"'
      : `name an overlay network: ${names.map(quote).join(', ')}`;
  if (attachments.length === 0) {
    yield {
      path: [...path, 'networks'],
      message: `the service ${value.name} is on no network`,
      why: 'its replicas are reached over an overlay network',
      next,
    };
  }
  const seen = new Set<string>();
  for (const { value: attachment, path: place } of attachments) {
    const { network } = attachment;
    if (seen.has(network)) {
      yield {
        path: place,
        message: `${value.name} is on ${network} twice`,
        why: 'a service has one address on a network',
        next: 'leave one of them out',
      };
    }
    seen.add(network);
    if (draft.overlayNamed.has(network)) continue;
    if (network === DEFAULT_BRIDGE || draft.networks.some((one) => one.value.name === network)) {
      yield {
        path: place,
        message: `${quote(network)} is a bridge, and ${value.name} a service`,
        why: 'the swarm may run a replica on any of its nodes, and a bridge ends at its own',
        next,
      };
    } else if (!draft.written.networks.has(network)) {
      yield {
        path: place,
        message: `unknown network ${quote(network)}`,
        why: 'the topology declares no network of this name',
        next: suggest(network, names),
      };
    }
  }
}

function* published({ value, path, ports }: ServiceItem): Iterable<Finding> {
  for (const { value: text, path: place, parsed } of ports) {
    if (!parsed.ok) {
      const { why, next } = parsed;
      yield { path: place, message: `${quote(text)} publishes no port`, why, next };
    } else if (parsed.spec.ip !== ANY_ADDRESS) {
      yield {
        path: place,
        message: `${value.name} publishes ${quote(text)} on one address`,
        why: 'the routing mesh takes a port on every address of every node of the swarm',
        next: 'leave the address out',
      };
    }
  }
  if (value.endpointMode !== 'dnsrr' || ports.length === 0) return;
  yield {
    path: [...path, 'ports'],
    message: `ports of ${value.name}, whose endpoint mode is "dnsrr"`,
    why: 'the routing mesh leads to a virtual address, and with "dnsrr" there is none',
    next: 'leave ports out, or leave endpointMode out',
  };
}
