import { Option } from 'commander';

/** `--nodes`, for verbs that bring nodes up: what the environment would say. */
export const nodesOption = (): Option =>
  new Option('--nodes <backend>', 'where the nodes come from')
    .choices(['containers', 'vagrant', 'remote'])
    .argParser((backend) => {
      // Terraform and the check at its end are told, too.
      process.env['LAB_NODES'] = backend;
      return backend;
    });

/** `--format`, for verbs that have a result. */
export const formatOption = (): Option =>
  new Option('--format <format>', 'form of the result')
    .choices(['table', 'json', 'junit'])
    .default('table');
