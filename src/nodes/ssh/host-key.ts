import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import type { SshTarget } from './config';
import { sshWords } from './connection';
import { failureOf, type SshFailure } from './failure';
import { type Text, phrase } from '../../text/text';

export interface HostKeyContext {
  readonly run: Run;
  /** Asks the user; false where there is nobody to ask. */
  readonly confirm: (question: Text) => Promise<boolean>;
}

/** A host on the way, as words for ssh. */
interface Hop {
  readonly name: string;
  readonly words: readonly string[];
  /** Fingerprint that its key must have. */
  readonly hostKey?: string;
}

const PATIENCE = 20_000;

/**
 * Makes sure that the keys of a host, and of the hosts on the way to it, are known: an unknown one is shown and asked
 * for, and remembered in the checkout. A key that is another one than before is never taken.
 * @throws LabError
 */
export async function ensureHostKeys(target: SshTarget, context: HostKeyContext): Promise<void> {
  for (const hop of await hops(target, context.run)) await ensure(target, hop, context);
}

/** The way to a host, with the jump hosts that the user's own configuration adds. */
async function hops(target: SshTarget, run: Run): Promise<Hop[]> {
  const { stdout } = await run([...sshWords(target), '-G', target.host], { timeout: 5_000 });
  const jump = /^proxyjump (\S+)$/m.exec(stdout)?.[1] ?? 'none';
  const specs = jump === 'none' ? [] : jump.split(',');
  return [
    ...specs.map((spec, index): Hop => {
      const [, user, name = spec, port] =
        /^(?:ssh:\/\/)?(?:(.+)@)?\[?(.+?)\]?(?::(\d+))?$/.exec(spec) ?? [];
      return {
        // Some versions of ssh print an address in brackets.
        name: spec.replaceAll(/[[\]]/g, ''),
        words: [
          ...(index === 0 ? [] : ['-J', specs.slice(0, index).join(',')]),
          ...(user === undefined ? [] : ['-l', user]),
          ...(port === undefined ? [] : ['-p', port]),
          name,
        ],
      };
    }),
    {
      name: target.host,
      words: [target.host],
      ...(target.hostKey === undefined ? {} : { hostKey: target.hostKey }),
    },
  ];
}

/** Only the keys are exchanged: nobody logs in before they are known. */
const WITHOUT_LOGIN = ['-o', 'ControlPath=none', '-o', 'PreferredAuthentications=none'];

async function ensure(target: SshTarget, hop: Hop, context: HostKeyContext): Promise<void> {
  const { run } = context;
  const ssh = [...sshWords(target), ...WITHOUT_LOGIN];
  const known = await run([...ssh, ...hop.words, 'true'], { timeout: PATIENCE });
  const failure = known.failure === undefined ? undefined : failureOf(known, hop.name);
  if (failure === undefined || failure.kind === 'no-login') return;
  if (failure.kind !== 'unknown-host-key') throw refusal(target, hop, failure);
  const lines = await offeredKey(target, hop, run);
  const fingerprint = await fingerprintOf(lines, run);
  if (!(await agreed(target, hop, fingerprint, context))) {
    throw new LabError(phrase('the host key of {name} is not known', { name: hop.name }), {
      where: phrase('node {name}', { name: target.node }),
      why: phrase('its fingerprint is {key}, and nobody said that this is right', {
        key: fingerprint,
      }),
      next: phrase(
        'compare it on the host (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub), then ./lab nodes up on a terminal; or "hostKey": "{key}" in nodes.json',
        { key: fingerprint.split(' ')[0] ?? '' },
      ),
    });
  }
  const { knownHosts, pinned = knownHosts } = target;
  appendFileSync(hop.hostKey === undefined ? knownHosts : pinned, lines, { mode: 0o600 });
}

const refusal = ({ node }: SshTarget, { name }: Hop, { what, next }: SshFailure) =>
  new LabError(
    phrase('{host} {what}', { host: name, what }),
    { where: phrase('node {name}', { name: node }), next },
    3,
  );

/** The key that the host offers, as lines of a known_hosts file. @throws LabError where it offers none */
async function offeredKey(target: SshTarget, hop: Hop, run: Run): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lab-host-key-'));
  const file = join(folder, 'known_hosts');
  try {
    const learn = ['StrictHostKeyChecking=accept-new', `UserKnownHostsFile=${file}`];
    const asked = await run(
      [
        ...sshWords(target),
        ...WITHOUT_LOGIN,
        ...[...learn, 'GlobalKnownHostsFile=/dev/null'].flatMap((option) => ['-o', option]),
        ...hop.words,
        'true',
      ],
      { timeout: PATIENCE },
    );
    const lines = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (lines.trim() !== '') return lines;
    throw refusal(target, hop, failureOf(asked, hop.name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `SHA256:… (ED25519)`. */
async function fingerprintOf(lines: string, run: Run): Promise<string> {
  const { stdout } = await run(['ssh-keygen', '-l', '-f', '-'], { input: lines, timeout: 5_000 });
  const [, digest = 'unreadable', , kind = ''] = /^\d+ (\S+) (.*) \((\S+)\)$/m.exec(stdout) ?? [];
  return `${digest} (${kind})`;
}

async function agreed(
  { node }: SshTarget,
  { name, hostKey }: Hop,
  fingerprint: string,
  { confirm }: HostKeyContext,
): Promise<boolean> {
  if (hostKey === undefined) {
    return confirm(
      phrase('{name} (node {node}) has the unknown host key {key}. Is it right?', {
        name,
        node,
        key: fingerprint,
      }),
    );
  }
  if (fingerprint.startsWith(`${hostKey} `)) return true;
  throw new LabError(phrase('{name} has not the host key that was given for it', { name }), {
    where: phrase('node {name}', { name: node }),
    why: phrase('it has {key}, and hostKey says {other}', { key: fingerprint, other: hostKey }),
    next: phrase('find out which is right before anything is done with this host'),
  });
}
