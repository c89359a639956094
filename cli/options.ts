import { Option } from 'commander';

/** `--format`, for verbs that have a result. */
export const formatOption = (): Option =>
  new Option('--format <format>', 'form of the result')
    .choices(['table', 'json', 'junit'])
    .default('table');
