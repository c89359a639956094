import { z } from 'zod';
import { readAnswer } from '../../platform/answer';
import { LabError } from '../../platform/errors';
import { mustRun, type Run, whyOf } from '../../platform/run';
import { LABELS } from './names';
import { phrase, verbatim } from '../../text/text';

/** A container of the machine's engine, as far as the backend needs it. */
export interface FoundContainer {
  readonly name: string;
  readonly running: boolean;
  readonly paused: boolean;
  /** Names of the networks that it is on. */
  readonly networks: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/** Milliseconds in which an engine that is up says something. */
const PATIENCE = 8_000;

/** Containers by name, ours or not; missing names are left out. @throws LabError where the engine does not answer */
export async function findContainers(
  run: Run,
  names: readonly string[],
): Promise<Map<string, FoundContainer>> {
  const result = await run([...INSPECT, ...names], { timeout: PATIENCE });
  // It fails where one is missing, too.
  if (result.exitCode === undefined || NO_ENGINE.test(result.stderr)) {
    throw new LabError(ENGINE, { why: whyOf(result), next: verbatim('./lab doctor') }, 3);
  }
  const found = parse(result.stdout);
  return new Map(found.map((container) => [container.name, container]));
}

const INSPECT = ['docker', 'container', 'inspect'];
const ENGINE = phrase('the Docker engine does not answer');
const NO_ENGINE = /daemon running|error during connect|permission denied/i;

/** All node containers of a lab, whatever checkout made them. */
export async function labContainers(run: Run, lab: string): Promise<FoundContainer[]> {
  const ids = await mustRun(
    ['docker', 'ps', '--all', '--quiet', '--filter', `label=${LABELS.lab}=${lab}`],
    { what: ENGINE, next: verbatim('./lab doctor'), run, timeout: PATIENCE },
  );
  const list = ids.split('\n').filter((id) => id !== '');
  if (list.length === 0) return [];
  return parse((await run([...INSPECT, ...list], { timeout: PATIENCE })).stdout);
}

const shown = z.object({
  Name: z.string(),
  State: z.object({ Running: z.boolean(), Paused: z.boolean().optional() }),
  Config: z.object({ Labels: z.record(z.string(), z.string()).nullish() }),
  NetworkSettings: z.object({ Networks: z.record(z.string(), z.unknown()).nullish() }).nullish(),
});

function parse(stdout: string): FoundContainer[] {
  const where = INSPECT.join(' ');
  return readAnswer(z.array(shown), stdout.trim() || '[]', {
    who: phrase('the Docker engine'),
    where,
  }).map(({ Name, State, Config, NetworkSettings }) => ({
    name: Name.replace(/^\//, ''),
    running: State.Running,
    paused: State.Paused ?? false,
    networks: Object.keys(NetworkSettings?.Networks ?? {}),
    labels: Config.Labels ?? {},
  }));
}
