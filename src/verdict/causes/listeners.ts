import type { Container, Lab, Protocol } from '../../topology/lab';
import { portOf } from '../../topology/edge';
import { mending, type Mending } from '../mend';
import { idOf, isEdge, type EdgeVerdict, type Verdict } from '../result';
import { difference, type Cause, type Evidence, type FindCauses } from './cause';
import { logsOf } from './hints';
import { askedOf, declares, listeningOf } from './stack';
import { type Text, phrase } from '../../text/text';

/** Programs that do not listen where the topology says, or not at the address at which they are asked for. */
export const listeners: FindCauses = (evidence, unexplained) => {
  const { lab } = evidence;
  const asked = unexplained
    .filter((one) => isRefused(one) && one.prediction.outcome === 'reachable')
    .flatMap((edge) => askedOf(lab, edge) ?? []);
  const places = new Map(
    asked
      .filter(({ container, port, protocol }) => declares(lab, container, port, protocol))
      .map((one) => [`${one.container.name} ${one.port}/${one.protocol}`, one]),
  );
  const nodes = unexplained.filter(
    (one) => isRefused(one) && lab.nodes.some(({ name }) => name === one.to),
  );
  return [
    ...[...places.values()].flatMap(
      ({ container, port, protocol }) => ofContainer(evidence, container, port, protocol) ?? [],
    ),
    ...new Map(
      nodes.flatMap((edge) => {
        const found = isEdge(edge)
          ? ofNode(evidence, edge.to, portOf(edge.edge.target))
          : undefined;
        return found === undefined ? [] : [[idOf(found.verdict), found] as const];
      }),
    ).values(),
  ];
};

const isRefused = (verdict: Verdict): verdict is EdgeVerdict =>
  isEdge(verdict) && verdict.found?.outcome === 'refused';

const ON_LOOPBACK =
  '{name} listens on loopback only ({places}): let its program listen on 0.0.0.0 (command or environment of {name} in the topology)';
const ELSEWHERE =
  '{name} listens on another address only ({places}): let its program listen on 0.0.0.0 (command or environment of {name} in the topology)';

function ofContainer(
  { lab, after }: Evidence,
  container: Container,
  port: number,
  protocol: Protocol,
): Cause | undefined {
  const listening = listeningOf(after, container);
  if (listening === undefined) return undefined;
  const own = listening.filter((one) => one.port === port && one.protocol === protocol);
  if (own.some(({ address }) => address === '0.0.0.0')) return undefined;
  const { name } = container;
  const at = own.map(({ address }) => `${shown(address)}:${port}`);
  const loopback = own.length > 0 && own.every(({ address }) => isLoopback(address));
  return {
    explains: (edge) => {
      const asked = askedOf(lab, edge);
      return (
        asked?.container.name === name &&
        asked.port === port &&
        asked.protocol === protocol &&
        isRefused(edge)
      );
    },
    verdict: difference(lab, {
      to: name,
      statement: { kind: 'listens', endpoint: name, port, protocol },
      wanted: [`0.0.0.0:${port}`],
      found: at.length === 0 ? [{ fact: 'nothing-listens' }] : at,
      command: `./lab exec ${container.node} -- docker top ${name}`,
      mending: {
        hint:
          own.length === 0
            ? phrase('{what}: {command}', {
                what: phrase('nothing listens on port {port} of {name}', { port, name }),
                command: logsOf(lab, after, name),
              })
            : phrase(loopback ? ON_LOOPBACK : ELSEWHERE, { name, places: at }),
      },
    }),
  };
}

function ofNode(
  { lab, after }: Evidence,
  node: string,
  asked: { readonly port: number; readonly protocol: Protocol } | undefined,
): Cause | undefined {
  const declared = lab.nodes.find(({ name }) => name === node)?.listens ?? [];
  const listening = after.get(node)?.sockets?.listening;
  const is = (one: { readonly port: number; readonly protocol: Protocol }): boolean =>
    one.port === asked?.port && one.protocol === asked.protocol;
  if (asked === undefined || listening === undefined) return undefined;
  if (!declared.some(is) || listening.some(is)) return undefined;
  return {
    explains: (edge) => {
      if (!isRefused(edge) || edge.to !== node) return false;
      const own = portOf(edge.edge.target);
      return own !== undefined && is(own);
    },
    verdict: difference(lab, {
      to: node,
      statement: { kind: 'listens', endpoint: node, port: asked.port, protocol: asked.protocol },
      wanted: [`0.0.0.0:${asked.port}`],
      found: [{ fact: 'nothing-listens' }],
      mending: startOf(lab, node, asked.port, after.get(node)?.daemon.init),
    }),
  };
}

/** What starts what a node itself listens with, as far as the lab knows it. */
function startOf(
  lab: Lab,
  node: string,
  port: number,
  init: string | undefined,
): Partial<Mending> & { readonly hint: Text } {
  const what = phrase('nothing listens on port {port} of {name}', { port, name: node });
  if (port !== 22) {
    const command = `./lab exec ${node} -- ss -lntup`;
    return { hint: phrase('{what}: {command}', { what, command }) };
  }
  const argv = init === 'systemd' ? ['systemctl', 'restart', 'ssh'] : ['/usr/sbin/sshd'];
  return mending(lab, what, { kind: 'command', on: node, argv, declared: true });
}

const isLoopback = (address: string): boolean =>
  address.startsWith('127.') || /^0{24}01000000$/.test(address);

const shown = (address: string): string => (/^0{24}01000000$/.test(address) ? '[::1]' : address);
