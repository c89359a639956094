import { describeError, LabError, messageOf } from '../platform/errors';
import { withCode } from '../platform/file-error';
import { phrase } from '../text/text';

/** What a stream says of a reader that went away, such as `head`, and of whatever is written after that. */
const GONE = ['EPIPE', 'ERR_STREAM_DESTROYED'];

const ignore = (): void => undefined;

/**
 * Lets a command go on to its end whoever reads it, so that nothing is left half done for a `| head`. A result that
 * cannot be written, as on a full disk, is one error and exit code 2.
 */
export function guardOutput(): void {
  process.stderr.on('error', ignore);
  process.stdout.once('error', (error: Error) => {
    process.stdout.on('error', ignore);
    if (withCode(error, ...GONE)) return;
    const refused = new LabError(phrase('the result cannot be written'), {
      where: phrase('standard output'),
      why: withCode(error, 'ENOSPC', 'EDQUOT') ? phrase('there is no room left') : messageOf(error),
      next: phrase('run the command again, its output to a place with room'),
    });
    console.error(describeError(refused));
    // Whatever the verb found.
    process.on('exit', () => {
      process.exitCode = refused.exitCode;
    });
  });
}
