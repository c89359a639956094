import { sorted } from '../../edges/statement-value';
import { DEFAULT_BRIDGE, type Lab } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { States } from '../../observe/state';
import { judge } from './judge';
import { running, type Running } from './pairs';
import { replace } from './repair';
import { phrase } from '../../text/text';

/** The engine's own name server, in every container on a network that is not the default bridge. */
const EMBEDDED = '127.0.0.11';

/**
 * The files by which a container knows names are as its engine wrote them: /etc/hosts has localhost, /etc/resolv.conf
 * names the engine's name server.
 */
export const resolvers = (lab: Lab, states: States): StructureVerdict[] =>
  running(lab, states).flatMap((one) =>
    one.container.networking.mode === 'bridge' ? [...servers(lab, one), ...own(lab, one)] : [],
  );

function servers(lab: Lab, one: Running): StructureVerdict[] {
  const { name, chapter } = one.container;
  const { resolver } = one.real.inside;
  // On the default bridge it is a copy of what the engine was told, which the lab does not say.
  if (resolver.length === 0 && one.real.attachments.length === 0) return [];
  if (one.real.attachments.every(({ network }) => network === DEFAULT_BRIDGE)) return [];
  const named = resolver.flatMap((line) => /^nameserver\s+(\S+)/.exec(line)?.[1] ?? []);
  return [
    judge({
      chapter,
      to: name,
      statement: { kind: 'name-server', container: name },
      wanted: [EMBEDDED],
      found: sorted(named),
      command: `./lab exec ${name} -- cat /etc/resolv.conf`,
      ...replace(lab, phrase('somebody wrote into it'), name),
    }),
  ];
}

/** Its own addresses an engine takes out and in as networks come and go; localhost it always writes. */
function own(lab: Lab, one: Running): StructureVerdict[] {
  const { name, chapter } = one.container;
  const has = one.real.inside.hosts.some((line) =>
    /^127\.0\.0\.1\s(.*\s)?localhost(\s|$)/.test(line.replace(/#.*/, '')),
  );
  return [
    judge({
      chapter,
      to: name,
      statement: { kind: 'own-hosts-lines', container: name },
      wanted: ['127.0.0.1 localhost'],
      found: has ? ['127.0.0.1 localhost'] : [],
      command: `./lab exec ${name} -- cat /etc/hosts`,
      ...replace(lab, phrase('somebody wrote into it'), name),
    }),
  ];
}
