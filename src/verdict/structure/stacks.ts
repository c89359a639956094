import { sorted } from '../../edges/statement-value';
import type { Lab } from '../../topology/lab';
import { mending } from '../mend';
import type { StructureVerdict } from '../result';
import type { States } from '../../observe/state';
import { judge } from './judge';
import { running, type Running } from './pairs';
import { DEPLOY, replace } from './repair';
import { phrase } from '../../text/text';

/** Each container has the network stack that its mode gives it: its own, its node's, or another container's. */
export function stacks(lab: Lab, states: States): StructureVerdict[] {
  const all = running(lab, states);
  return all.flatMap((one) => {
    const { mode } = one.container.networking;
    if (mode === 'host') return hostMode(one);
    if (mode === 'container') return [shared(lab, one, all)];
    return [own(one, all), ...(mode === 'none' ? [onlyLo(lab, one)] : [])];
  });
}

const about = ({ container: { chapter, name } }: Running) => ({ chapter, to: name });

function own(one: Running, all: readonly Running[]): StructureVerdict {
  const { name, node } = one.container;
  const { namespace } = one.real.inside;
  const sharers = all.filter(
    ({ container: other, real }) =>
      other.node === node &&
      other.name !== name &&
      other.networking.mode !== 'container' &&
      real.inside.namespace === namespace,
  );
  const others = sharers.map(({ container: other }) => other.name);
  if (namespace === one.state.namespace) others.push(node);
  return judge({
    ...about(one),
    statement: { kind: 'own-namespace', container: name },
    wanted: [{ fact: 'shared-with', names: [] }],
    found: [{ fact: 'shared-with', names: [...others].sort() }],
    hint: phrase('its network mode is {mode}: {command}', {
      mode: one.real.networkMode,
      command: DEPLOY,
    }),
  });
}

function shared(lab: Lab, one: Running, all: readonly Running[]): StructureVerdict {
  const { name, networking } = one.container;
  const other = networking.mode === 'container' ? networking.container : '';
  const namespace = all.find(({ container }) => container.name === other)?.real.inside.namespace;
  return judge({
    ...about(one),
    statement: { kind: 'shared-namespace', container: name, owner: other },
    wanted: [namespace ?? { fact: 'namespace-of', owner: other }],
    found: [one.real.inside.namespace],
    ...mending(lab, phrase('{name} was restarted without it', { name: other }), {
      kind: 'container',
      verb: 'restart',
      node: one.container.node,
      container: one.real.fullName ?? name,
    }),
  });
}

function hostMode(one: Running): StructureVerdict[] {
  const { name, node } = one.container;
  const { inside } = one.real;
  return [
    judge({
      ...about(one),
      statement: { kind: 'node-interfaces', container: name, node },
      wanted: sorted(names(one.state.interfaces)),
      found: sorted(names(inside.interfaces)),
      holds: inside.namespace === one.state.namespace,
      command: `./lab exec ${name} -- ip addr`,
      hint: phrase('its network mode is {mode}: {command}', {
        mode: one.real.networkMode,
        command: DEPLOY,
      }),
    }),
    judge({
      ...about(one),
      statement: { kind: 'node-hostname', container: name, node },
      wanted: [one.state.hostname],
      found: [inside.hostname],
      command: `./lab exec ${name} -- hostname`,
    }),
  ];
}

const onlyLo = (lab: Lab, one: Running): StructureVerdict =>
  judge({
    ...about(one),
    statement: { kind: 'only-loopback', container: one.container.name },
    wanted: ['lo'],
    found: sorted(names(one.real.inside.interfaces)),
    command: `./lab exec ${one.container.name} -- ip addr`,
    ...replace(lab, phrase('somebody gave it an interface'), one.container.name),
  });

const names = (interfaces: readonly { readonly name: string }[]): string[] =>
  interfaces.map(({ name }) => name);
