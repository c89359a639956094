import type { Lab } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { type RunResult, whyOf } from '../../platform/run';
import type { BackendContext } from '../backend';
import { type Text, phrase } from '../../text/text';

const MINUTES = 60_000;

/** Machines as the Vagrantfile reads them from LAB_VMS. */
const machines = ({ nodes }: Pick<Lab, 'nodes'>): string =>
  JSON.stringify(
    nodes.map(({ name, address, memory, cpus }) => ({
      name,
      address,
      memory,
      // A machine has whole ones.
      cpus: Math.max(1, Math.ceil(cpus)),
    })),
  );

/** Runs Vagrant on the checkout's Vagrantfile. @throws LabError where there is no Vagrant */
export async function vagrant(
  { lab, root, run }: Pick<BackendContext, 'lab' | 'root' | 'run'>,
  args: readonly string[],
  options: { readonly onLine?: (line: string) => void; readonly timeout?: number } = {},
): Promise<RunResult> {
  const result = await run(['vagrant', ...args], {
    cwd: root,
    timeout: 5 * MINUTES,
    env: { LAB_VMS: machines(lab), VAGRANT_CHECKPOINT_DISABLE: '1' },
    ...options,
  });
  if (result.absent === true) {
    throw new LabError(phrase('Vagrant is not installed'), {
      where: phrase('backend vagrant'),
      why: phrase('there is no vagrant on PATH'),
      next: phrase(
        'install it (https://developer.hashicorp.com/vagrant) with VirtualBox, VMware or libvirt; or ./lab up --nodes containers',
      ),
    });
  }
  return result;
}

/** A failed command as a known error. */
export function vagrantError(what: Text, result: RunResult): LabError {
  const { stdout, stderr } = result;
  const last = stderr.trim() || stdout.trim().split('\n').slice(-8).join('\n');
  return new LabError(
    what,
    {
      where: 'Vagrantfile',
      why: whyOf({ ...result, stderr: last }),
      next: phrase('vagrant status; vagrant up'),
    },
    3,
  );
}

/** `running`, `poweroff`, `shutoff`, `not_created`, …, by the machine's name. */
export async function states(
  context: Pick<BackendContext, 'lab' | 'root' | 'run'>,
): Promise<ReadonlyMap<string, string>> {
  const result = await vagrant(context, ['status', '--machine-readable']);
  if (result.failure !== undefined) throw vagrantError(phrase('vagrant status failed'), result);
  return parseStates(result.stdout);
}

/** Lines of `vagrant status --machine-readable`: TIME,NAME,state,STATE. */
const parseStates = (stdout: string): ReadonlyMap<string, string> =>
  new Map(
    stdout
      .split('\n')
      .map((line) => line.trim().split(','))
      .filter(([, , key]) => key === 'state')
      .map(([, name = '', , state = '']) => [name, state]),
  );
