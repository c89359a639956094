import type { Command } from 'commander';
import { countVerdicts, exitCode } from '../../verdict/result';
import { MATRIX_FORMS, renderMatrix, type MatrixFormat } from '../../report/matrix/render';
import { measure } from '../check-run';
import { createContext } from '../context';
import { known } from '../known';
import { formatOption } from '../options';
import { predictedResult } from '../predicted';
import { measureRunning } from '../running';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

interface MatrixOptions {
  readonly format: MatrixFormat;
  readonly onlyDifferences: boolean;
  readonly predicted: boolean;
}

/** `lab matrix`: every edge, predicted against measured, endpoints as rows and columns. */
export function register(command: Command): void {
  sourceOptions(command)
    .addOption(formatOption(MATRIX_FORMS))
    .option('--predicted', say('measure nothing: what the topology alone says'), false)
    .option('--only-differences', say('leave out what is as predicted'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          './lab matrix',
          './lab matrix --only-differences --format markdown >>"$GITHUB_STEP_SUMMARY"',
          './lab matrix --format csv >edges.csv',
          './lab matrix --predicted --topology compose.yaml',
        ],
      }),
    )
    .action(async (options: MatrixOptions) => {
      const context = await createContext({ predicts: options.predicted, measures: true });
      const { io } = context;
      const shows = options.predicted ? 'predicted' : 'measured';
      if (options.predicted) {
        const { lab, facts, line } = await known(context);
        io.remark(line);
        tellUnsaid(context, undefined);
        io.print(renderMatrix(predictedResult(lab, facts), { ...io, ...options, shows }));
        return;
      }
      // The exit code and the last line speak of edges.
      const all =
        context.source === undefined ? await measure(context) : await measureRunning(context);
      const verdicts = all.verdicts.filter(({ kind }) => kind === 'edge');
      const result = { ...all, verdicts, counts: countVerdicts(verdicts) };
      io.print(renderMatrix(result, { ...io, ...options, shows }));
      process.exitCode = exitCode(result);
    });
}
