import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../platform/run';
import { sshWords, type Connection } from './connection';
import { failureOf } from './failure';
import { hostProblems, parseFindings, type Findings, type HostProblem } from './findings';
import { phrase } from '../../text/text';

const SCRIPT = readFileSync(join(__dirname, 'examine.sh'), 'utf8');

export interface Examination {
  /** Undefined where the host could not be asked. */
  readonly findings: Findings | undefined;
  /** Version of its engine; undefined where it does not answer. */
  readonly engine: string | undefined;
  readonly problems: readonly HostProblem[];
}

const NO_CLIENT: HostProblem = {
  what: phrase('cannot be looked at: this machine has no docker command'),
  next: phrase('install it here; an engine is not needed'),
};

export interface ExamineOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Architecture of the images that the host is to be given; undefined where it gets none. */
  readonly arch?: string;
}

/** Looks at a host through its open connection; changes nothing and takes at most half a minute. */
export async function examine(
  connection: Connection,
  run: Run,
  { now, arch }: ExamineOptions,
): Promise<Examination> {
  const { host, socket } = connection;
  const [asked, version] = await Promise.all([
    run([...sshWords(connection), '-T', host, 'exec sh -s'], { input: SCRIPT, timeout: 20_000 }),
    run(['docker', '--host', `unix://${socket}`, 'version', '--format', '{{.Server.Version}}'], {
      timeout: 20_000,
    }),
  ]);
  if (version.absent === true)
    return { findings: undefined, engine: undefined, problems: [NO_CLIENT] };
  const findings = parseFindings(asked.stdout);
  const engine = version.failure === undefined ? version.stdout.trim() : undefined;
  if (findings === undefined) {
    const { what, next } = failureOf(asked, host);
    return { findings, engine, problems: [{ what, next }] };
  }
  const here = { time: now() / 1000, ...(arch === undefined ? {} : { arch }) };
  return { findings, engine, problems: hostProblems(findings, engine, here) };
}
