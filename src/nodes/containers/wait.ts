import { setTimeout as pause } from 'node:timers/promises';
import { LabError } from '../../platform/errors';
import { type Run, whyOf } from '../../platform/run';
import { phrase } from '../../text/text';

const BETWEEN_QUESTIONS = 100;

/**
 * Asks the node's engine until it answers and gives its version.
 * @throws LabError with the node's last lines where it stopped or `timeout` (ms) has passed
 */
export async function waitForEngine(
  node: string,
  dockerHost: string,
  run: Run,
  timeout = 60_000,
): Promise<string> {
  const end = Date.now() + timeout;
  for (;;) {
    const argv = ['docker', '--host', dockerHost, 'version', '--format', '{{.Server.Version}}'];
    const answer = await run(argv, { timeout: 5_000 });
    if (answer.failure === undefined) return answer.stdout.trim();
    const state = await run(['docker', 'inspect', '--format', '{{.State.Status}}', node]);
    const stopped = !['created', 'running'].includes(state.stdout.trim());
    if (stopped || Date.now() > end) {
      const log = await run(['docker', 'logs', '--tail', '5', node]);
      throw new LabError(
        phrase('the engine of {node} does not answer', { node }),
        {
          where: `${node} (${state.stdout.trim() || 'absent'})`,
          why: whyOf({ ...answer, stderr: `${log.stdout}${log.stderr}` }),
          next: phrase('docker logs {node}; ./lab nodes down; ./lab nodes up', { node }),
        },
        3,
      );
    }
    await pause(BETWEEN_QUESTIONS);
  }
}
