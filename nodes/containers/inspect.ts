import { mustRun, type Run } from '../../system/run';
import { LABELS } from './names';

/** A container of the machine's engine, as far as the backend needs it. */
export interface FoundContainer {
  readonly name: string;
  readonly running: boolean;
  readonly labels: Readonly<Record<string, string>>;
}

/** Containers by name, ours or not; missing names are left out. */
export async function findContainers(
  run: Run,
  names: readonly string[],
): Promise<Map<string, FoundContainer>> {
  const result = await run(['docker', 'container', 'inspect', ...names]);
  const found = parse(result.stdout);
  return new Map(found.map((container) => [container.name, container]));
}

/** All node containers of a lab, whatever checkout made them. */
export async function labContainers(run: Run, lab: string): Promise<FoundContainer[]> {
  const ids = await mustRun(
    ['docker', 'ps', '--all', '--quiet', '--filter', `label=${LABELS.lab}=${lab}`],
    { what: 'the Docker engine does not answer', next: './lab doctor', run },
  );
  const list = ids.split('\n').filter((id) => id !== '');
  if (list.length === 0) return [];
  return parse((await run(['docker', 'container', 'inspect', ...list])).stdout);
}

function parse(stdout: string): FoundContainer[] {
  const raw = JSON.parse(stdout.trim() || '[]') as {
    Name: string;
    State: { Running: boolean };
    Config: { Labels: Record<string, string> | null };
  }[];
  return raw.map(({ Name, State, Config }) => ({
    name: Name.replace(/^\//, ''),
    running: State.Running,
    labels: Config.Labels ?? {},
  }));
}
