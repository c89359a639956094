import type { Lab } from '../../topology/lab';
import { linkEnd, linkNames } from '../../topology/links';
import { sorted } from '../../edges/statement-value';
import type { StructureVerdict } from '../result';
import { containerOf, runs, type States } from '../../observe/state';
import { judge } from './judge';
import { running, type Running } from './pairs';
import { replace } from './repair';
import { phrase } from '../../text/text';

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
  const expected = addressOf(lab, one, link);
  // A target that is gone or detached is reported as that.
  if (!expected) return [];
  // Several links may have one alias.
  const meant = new Set(
    one.container.links
      .filter(({ alias }) => alias === link.alias)
      .map((other) => addressOf(lab, one, other)),
  );
  const lines = named(one).filter((line) => line.names.includes(link.alias));
  return [
    judge({
      chapter: link.chapter,
      to: name,
      statement: { kind: 'hosts-link', container: name, target: link.container },
      wanted: [`${expected} ${link.alias}`],
      found: sorted(lines.map(({ address }) => `${address} ${link.alias}`)),
      holds:
        lines.some(({ address }) => address === expected) &&
        lines.every(({ address }) => meant.has(address)),
      command: `./lab exec ${name} -- cat /etc/hosts`,
      ...replace(
        lab,
        phrase(lines.length === 0 ? 'the link of {a} is gone' : 'the link of {a} is stale', {
          a: name,
        }),
        name,
      ),
    }),
  ];
}

function addressOf(
  lab: Lab,
  { container, state }: Running,
  link: Running['container']['links'][number],
): string | undefined {
  const end = linkEnd(lab, container, link);
  const target = end && containerOf(state, end.target.name);
  return runs(target)
    ? target.attachments.find(({ network }) => network === end?.network)?.address
    : undefined;
}

function noOthers(lab: Lab, one: Running): StructureVerdict {
  const { name, links } = one.container;
  const given = new Set(
    links.flatMap((link) => {
      const end = linkEnd(lab, one.container, link);
      return end === undefined ? [] : linkNames(link, end);
    }),
  );
  const strange = named(one)
    .flatMap(({ names }) => names)
    .filter(
      (other) =>
        other !== name &&
        lab.containers.some((container) => container.name === other) &&
        !given.has(other),
    );
  return judge({
    chapter: links[0]?.chapter ?? one.container.chapter,
    to: name,
    statement: { kind: 'no-other-hosts-lines', container: name },
    wanted: [],
    found: sorted(new Set(strange)),
    command: `./lab exec ${name} -- cat /etc/hosts`,
    ...replace(lab, phrase('somebody wrote into it'), name),
  });
}

const named = (one: Running): { address: string; names: string[] }[] =>
  one.real.inside.hosts
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .map(([address = '', ...names]) => ({ address, names }));
