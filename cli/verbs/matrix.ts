import { Option, type Command } from 'commander';
import { countVerdicts, exitCode, type CheckResult } from '../../checks/result';
import { matrixOf } from '../../reports/matrix/cells';
import { matrixCsv } from '../../reports/matrix/csv';
import { matrixMarkdown } from '../../reports/matrix/markdown';
import { matrixTable } from '../../reports/matrix/table';
import { render } from '../../reports/render';
import { measure } from '../check-run';
import { createContext, type Context } from '../context';
import { known } from '../known';
import { predictedResult } from '../predicted';
import { sourceOptions } from '../source-options';
import { tellUnsaid } from '../unsaid';

type Format = 'table' | 'json' | 'junit' | 'markdown' | 'csv';

interface MatrixOptions {
  readonly format: Format;
  readonly onlyDifferences: boolean;
  readonly predicted: boolean;
}

/** `lab matrix`: every edge, predicted against measured, endpoints as rows and columns. */
export function register(command: Command): void {
  sourceOptions(command)
    .addOption(
      new Option('--format <format>', 'form of the result')
        .choices(['table', 'json', 'junit', 'markdown', 'csv'])
        .default('table'),
    )
    .option('--predicted', 'measure nothing: what the topology alone says', false)
    .option('--only-differences', 'leave out what is as predicted', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab matrix
  ./lab matrix --only-differences --format markdown >>"$GITHUB_STEP_SUMMARY"
  ./lab matrix --format csv >edges.csv
  ./lab matrix --predicted --topology compose.yaml`,
    )
    .action(async (options: MatrixOptions) => {
      const context = await createContext({ predicts: options.predicted });
      if (options.predicted) {
        const { lab, facts, line } = await known(context);
        context.io.remark(line);
        tellUnsaid(context, undefined);
        context.io.print(show(predictedResult(lab, facts), options, context));
        return;
      }
      // The exit code and the last line speak of edges.
      const all = await measure(context);
      const verdicts = all.verdicts.filter(({ kind }) => kind === 'edge');
      const result = { ...all, verdicts, counts: countVerdicts(verdicts) };
      context.io.print(show(result, options, context));
      process.exitCode = exitCode(result);
    });
}

function show(
  result: CheckResult,
  { format, onlyDifferences, predicted }: MatrixOptions,
  { io }: Context,
): string {
  const matrix = matrixOf(result);
  const shows = predicted ? 'predicted' : 'measured';
  switch (format) {
    case 'table':
      return matrixTable(matrix, { width: io.width, onlyDifferences, shows });
    case 'markdown':
      return matrixMarkdown(matrix, onlyDifferences, shows);
    case 'csv':
      return matrixCsv(matrix, onlyDifferences);
    case 'json':
    case 'junit': {
      const verdicts = onlyDifferences ? matrix.differences : matrix.edges;
      return render({ ...result, verdicts }, { format, ...io, failuresOnly: false });
    }
  }
}
