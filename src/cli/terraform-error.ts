import { LabError } from '../platform/errors';
import type { RunResult } from '../platform/run';
import { nodeAt } from './resource-address';
import { diagnosticsIn, type Diagnostic } from './terraform-output';
import { type Text, phrase, verbatim } from '../text/text';

/** What Terraform, its provider or an engine is known to say of one cause. */
interface Kind {
  readonly says: RegExp;
  readonly what: Text;
  /** @param node undefined where it is about none */
  readonly next: (node: string | undefined) => Text;
}

const on = (node: string | undefined, command: string, then: Text): Text =>
  node === undefined
    ? then
    : phrase('./lab exec {node} -- {command}; {then}', { node, command, then });

/** The first that fits is told. */
const KINDS: readonly Kind[] = [
  {
    says: /error acquiring the state lock/i,
    what: phrase('another Terraform works on this lab'),
    next: () => phrase('let it end, then run this command again'),
  },
  {
    says: /port is already allocated|address already in use|ports are not available/i,
    what: phrase('a port is taken already'),
    next: (node) => on(node, 'ss -ltnup', phrase('end what has it, or publish another port')),
  },
  {
    says: /pool overlaps with other one|invalid pool request/i,
    what: phrase('a subnet is taken already'),
    next: (node) => on(node, 'docker network ls', phrase('give the network another subnet')),
  },
  {
    says: /the container name .* is already in use|network with name .* already exists/i,
    what: phrase('a name is taken already'),
    next: (node) =>
      on(node, 'docker ps --all', phrase('remove what has it, or choose another name')),
  },
  {
    says: /no chain\/target\/match by that name|iptables failed/i,
    what: phrase('Docker’s firewall rules are gone'),
    next: () => phrase('./lab repair, then ./lab up'),
  },
  {
    says: /exec format error/i,
    what: phrase('an image is for another kind of processor'),
    next: (node) => on(node, 'uname -m', phrase('build or load the image for that')),
  },
  {
    says: /exec: .*(no such file or directory|not found|permission denied|is a directory)/i,
    what: phrase('the command of a container cannot be run'),
    next: () =>
      phrase('name a program that its image has in the topology (command), then ./lab up'),
  },
  {
    says: /no such image|pull access denied|manifest unknown|(unable|failed) to (pull|resolve)/i,
    what: phrase('an image is not to be had'),
    next: (node) =>
      on(
        node,
        'docker images',
        phrase('load it there (docker load), or name another image, then ./lab up'),
      ),
  },
  {
    says: /no space left on device/i,
    what: phrase('there is no room left'),
    next: (node) => on(node, 'df -h', phrase('make room, then run this command again')),
  },
  {
    says: /cannot connect to the docker daemon|error pinging docker server|deadline exceeded/i,
    what: phrase('the engine of a node does not answer'),
    next: () => verbatim('./lab nodes up'),
  },
  {
    says: /(load|read|refresh)(ing)? (the )?state\b|state (snapshot|data|file)/i,
    what: phrase('Terraform cannot read the state of this lab'),
    next: () => phrase('./lab down --force, then ./lab up'),
  },
  {
    says: /checksums|plugins? (is|are) not installed|dependency lock file|failed to (load|instantiate|launch)/i,
    what: phrase('Terraform’s provider is not what it was'),
    next: () => verbatim('./lab up'),
  },
  {
    says: /failed to query available provider packages|could not (connect|download|retrieve)/i,
    what: phrase('Terraform cannot get its provider'),
    next: () => verbatim('LAB_OFFLINE=1 ./lab up'),
  },
];

/**
 * A failed Terraform command as a known error: by its cause where that is known, else by the command.
 * @param what that it failed
 * @param stack folder of the synthesised stack
 */
export function terraformError(
  what: Text,
  stack: string,
  { stdout, stderr }: Pick<RunResult, 'stdout' | 'stderr'>,
): LabError {
  const told = diagnosticsIn(stdout);
  const plain = plainly(stderr) || plainly(stdout);
  const all: readonly Diagnostic[] = told.length > 0 ? told : [{ address: undefined, text: plain }];
  // Whatever else has failed beside the known cause is said, too.
  const why = verbatim(all.map(({ text }) => plainly(text)).join('\n'));
  for (const kind of KINDS) {
    const first = all.find(({ text }) => kind.says.test(text));
    if (first === undefined) continue;
    const where = first.address ?? stack;
    const next = kind.next(nodeAt(stack, first.address));
    return new LabError(kind.what, { where, why, next }, 3);
  }
  const [{ address } = { address: undefined }] = all;
  return new LabError(what, { where: address ?? stack, why, next: verbatim('./lab doctor') }, 3);
}

/** Without the frame that Terraform draws for a terminal. */
const plainly = (text: string): string => text.replaceAll(/^[╷│╵] ?/gm, '').trim();
