import { Option } from 'commander';
import { say } from '../i18n/say';

/** `--nodes`, for verbs that bring nodes up: what the environment would say. */
export const nodesOption = (): Option =>
  new Option('--nodes <backend>', say('where the nodes come from'))
    .choices(['containers', 'vagrant', 'remote'])
    .argParser((backend) => {
      // Terraform and the check at its end are told, too.
      process.env['LAB_NODES'] = backend;
      return backend;
    });

/**
 * `--format`, for verbs that have a result.
 *
 * @param forms Its forms by name; the first is the default.
 */
export const formatOption = (forms: object, about = say('form of the result')): Option =>
  new Option('--format <format>', about).choices(Object.keys(forms)).default(Object.keys(forms)[0]);
