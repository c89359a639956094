import { sorted } from '../../edges/statement-value';
import type { Container, Lab } from '../../topology/lab';
import { engineNumber } from '../../topology/engines';
import { routesOutOfInternal } from '../../network/engine';
import { translationOf } from '../engine-rules/expected';
import type { StructureVerdict } from '../result';
import {
  onGatewayBridge,
  type ContainerState,
  type NetworkState,
  type NodeState,
  type States,
} from '../../observe/state';
import { judge } from './judge';
import { running, type Running } from './pairs';
import { DEPLOY, replace } from './repair';
import { phrase } from '../../text/text';

/** Each container publishes the declared ports and no others, and its node's firewall sends them to it. */
export function published(lab: Lab, states: States): StructureVerdict[] {
  const all = running(lab, states);
  return [...bindings(all), ...all.flatMap((one) => translations(lab, one))];
}

const bindings = (all: readonly Running[]): StructureVerdict[] =>
  all
    .filter(
      ({ container, real }) =>
        container.listens.length + container.ports.length + real.bindings.length > 0,
    )
    .map(({ container: { chapter, name, node, ports }, real }) =>
      judge({
        chapter,
        to: name,
        statement: {
          kind: ports.length === 0 ? 'publishes-nothing' : 'publishes',
          container: name,
        },
        wanted: sorted(ports.map(binding)),
        found: sorted(real.bindings.map(binding)),
        command: `./lab exec ${node} -- docker port ${real.fullName ?? name}`,
        hint: phrase('another {a} was started in its place: remove it by hand, then {command}', {
          a: name,
          command: DEPLOY,
        }),
      }),
    );

/** The ports of such a network are open at the container's own address. */
const isRouted = (lab: Lab, node: string, network: string): boolean =>
  lab.networks.find((one) => one.node === node && one.name === network)?.modes?.IPv4 === 'routed';

/**
 * A probe does not tell: without the rule docker-proxy takes the connection, and the container no longer sees who asks.
 */
function translations(lab: Lab, { container, real, state }: Running): StructureVerdict[] {
  const { chapter, name, node } = container;
  const addresses = state.firewall.ip4.some(
    ({ table, text }) => table === 'nat' && text === '-N DOCKER',
  )
    ? [
        ...real.attachments
          .filter(
            ({ network, networkId }) =>
              !isRouted(lab, node, network) &&
              leadsOut(state.networks.find(({ id }) => id === networkId)),
          )
          .map(({ address }) => address),
        isPassedOver(real, state) ? '' : (onGatewayBridge(state, real) ?? ''),
      ].filter((address) => address !== '')
    : [];
  if (addresses.length === 0) return [];
  return container.ports
    .filter(({ ip }) => !ip.includes(':'))
    .map((port) => {
      const targets = state.firewall.ip4.flatMap(({ text }) => destination(text, port) ?? []);
      const wanted = addresses.map((address) => `${address}:${port.target}`);
      return judge({
        chapter,
        to: name,
        statement: {
          kind: 'translation',
          node,
          ip: port.ip,
          port: port.published,
          protocol: port.protocol,
          container: name,
        },
        wanted: [{ fact: 'any-of', values: wanted }],
        found: sorted(targets),
        holds: targets.length > 0 && targets.every((one) => wanted.includes(one)),
        command: `./lab exec ${node} -- iptables -t nat -S DOCKER`,
        ...replace(lab, phrase('the rule was changed by hand'), name),
      });
    });
}

/** A port is published on no internal network and on no overlay. */
const leadsOut = (net: NetworkState | undefined): boolean =>
  net?.internal !== true && net?.driver !== 'overlay';

/** Up to engine 24 an internal bridge takes the default route from `docker_gwbridge`, and nothing is published then. */
const isPassedOver = (real: ContainerState, { engine, networks }: NodeState): boolean =>
  routesOutOfInternal(engineNumber(engine)) &&
  real.attachments.some(({ networkId }) =>
    networks.some(
      ({ id, driver, internal }) => id === networkId && driver === 'bridge' && internal,
    ),
  );

/** Where a rule sends the packets of a published port; undefined for a rule that is not about it. */
function destination(rule: string, { ip, published: port, protocol }: Port): string | undefined {
  const found = translationOf(rule);
  return found?.ip === ip && found.published === port && found.protocol === protocol
    ? `${found.address}:${found.target}`
    : undefined;
}

type Port = Container['ports'][number];

const binding = (port: {
  readonly ip: string;
  readonly published: number;
  readonly target: number;
  readonly protocol: string;
}): string => `${port.ip}:${port.published}->${port.target}/${port.protocol}`;
