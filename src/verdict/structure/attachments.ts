import { sorted } from '../../edges/statement-value';
import { DEFAULT_BRIDGE, isOverlay, type Attachment, type Lab } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { AttachmentState, States } from '../../observe/state';
import { judge } from './judge';
import { givenTo, running, type Running } from './pairs';
import { replace } from './repair';
import { isOut } from './swarm';
import { phrase } from '../../text/text';

/** Each container is on the declared networks and on no other, under the declared names and addresses. */
export const attachments = (lab: Lab, states: States): StructureVerdict[] =>
  running(lab, states).flatMap((one) => {
    const { networking } = one.container;
    const declared = networking.mode === 'bridge' ? networking.attachments : [];
    return [
      ...declared.flatMap((attachment) => attached(lab, states, one, attachment)),
      ...(networking.mode === 'bridge' || networking.mode === 'none'
        ? [nothingElse(lab, one, declared)]
        : []),
    ];
  });

const inspect = ({ container: { name, node }, real: { fullName } }: Running): string =>
  `./lab exec ${node} -- docker inspect ${fullName ?? name}`;

function attached(
  lab: Lab,
  states: States,
  one: Running,
  attachment: Attachment,
): StructureVerdict[] {
  const { name, node } = one.container;
  const { network, chapter } = attachment;
  const real = one.real.attachments.find((candidate) => candidate.network === network);
  const about = { chapter, network, to: name, command: inspect(one) };
  const mend =
    isOverlay(lab, network) && isOut(lab, states, node)
      ? { hint: phrase('{node} is out of the swarm: ./lab nodes up, then ./lab repair', { node }) }
      : replace(lab, phrase('{a} is not on {network}', { a: name, network }), name);
  const there = judge({
    ...about,
    statement: { kind: 'attached', container: name, network },
    wanted: [{ fact: 'attached' }],
    found: [{ fact: real === undefined ? 'not-attached' : 'attached' }],
    ...mend,
  });
  if (real === undefined) return [there];
  return [
    there,
    ...(network === DEFAULT_BRIDGE ? [] : [names(lab, one, attachment, real)]),
    ...(attachment.address === undefined
      ? []
      : [
          judge({
            ...about,
            statement: { kind: 'static-address', container: name, network },
            wanted: [attachment.address],
            found: [real.address],
            ...replace(
              lab,
              phrase('{a} has another address on {network}', { a: name, network }),
              name,
            ),
          }),
        ]),
  ];
}

function names(
  lab: Lab,
  one: Running,
  attachment: Attachment,
  real: AttachmentState,
): StructureVerdict {
  const { name } = one.container;
  const { network, chapter, aliases } = attachment;
  // The engine itself adds the name, the short id and the hostname.
  const automatic = new Set([
    ...[name, one.real.fullName, one.real.id.slice(0, 12), one.real.inside.hostname],
  ]);
  return judge({
    chapter,
    network,
    to: name,
    statement: { kind: 'aliases', container: name, network },
    wanted: sorted(aliases.filter((alias) => !automatic.has(alias))),
    found: sorted(real.aliases.filter((alias) => !automatic.has(alias))),
    command: inspect(one),
    ...replace(
      lab,
      phrase('{a} was connected to {network} by hand under other names', { a: name, network }),
      name,
    ),
  });
}

function nothingElse(lab: Lab, one: Running, declared: readonly Attachment[]): StructureVerdict {
  const { name, chapter } = one.container;
  const known = [...declared.map(({ network }) => network), ...givenTo(one.container), 'none'];
  const extra = one.real.attachments
    .map(({ network }) => network)
    .filter((network) => !known.includes(network));
  const [network] = extra;
  return judge({
    chapter,
    to: name,
    ...(network === undefined ? {} : { network }),
    statement: { kind: 'attached-to-nothing-else', container: name },
    wanted: [],
    found: sorted(extra),
    command: inspect(one),
    ...replace(lab, phrase('nobody declared it'), name),
  });
}
