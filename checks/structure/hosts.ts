import { sorted } from '../../model/statement-value';
import { DEFAULT_BRIDGE, type Lab } from '../../model/lab';
import type { StructureVerdict } from '../result';
import { containerOf, runs, type States } from '../state';
import { judge } from './judge';
import { running, type Running } from './pairs';
import { replace } from './repair';

/**
 * The lines of /etc/hosts: a link's is there with the target's address of now, and no container has a line for
 * another one that it does not link to; so a link is one-way.
 */
export const hosts = (lab: Lab, states: States): StructureVerdict[] =>
  running(lab, states).flatMap((one) => [
    ...one.container.links.flatMap((link) => linkLine(lab, one, link)),
    ...(['bridge', 'none'].includes(one.container.networking.mode) ? [noOthers(lab, one)] : []),
  ]);

function linkLine(
  lab: Lab,
  one: Running,
  link: Running['container']['links'][number],
): StructureVerdict[] {
  const { name } = one.container;
  const target = containerOf(one.state, link.container);
  const expected = target?.attachments.find(({ network }) => network === DEFAULT_BRIDGE)?.address;
  // A target that is gone or detached is reported as that.
  if (!runs(target) || !expected) return [];
  const lines = named(one).filter((line) => line.names.includes(link.alias));
  return [
    judge({
      chapter: link.chapter,
      to: name,
      statement: { kind: 'hosts-link', container: name, target: link.container },
      wanted: [`${expected} ${link.alias}`],
      found: sorted(lines.map(({ address }) => `${address} ${link.alias}`)),
      holds: lines[0]?.address === expected,
      command: `./lab exec ${name} -- cat /etc/hosts`,
      ...replace(lab, `the link of ${name} is ${lines.length === 0 ? 'gone' : 'stale'}`, name),
    }),
  ];
}

function noOthers(lab: Lab, one: Running): StructureVerdict {
  const { name, links } = one.container;
  const strange = named(one)
    .flatMap(({ names }) => names)
    .filter(
      (other) =>
        other !== name &&
        lab.containers.some((container) => container.name === other) &&
        !links.some(({ alias }) => alias === other),
    );
  return judge({
    chapter: links[0]?.chapter ?? one.container.chapter,
    to: name,
    statement: { kind: 'no-other-hosts-lines', container: name },
    wanted: [],
    found: sorted(new Set(strange)),
    command: `./lab exec ${name} -- cat /etc/hosts`,
    ...replace(lab, 'somebody wrote into it', name),
  });
}

const named = (one: Running): { address: string; names: string[] }[] =>
  one.real.inside.hosts
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .map(([address = '', ...names]) => ({ address, names }));
