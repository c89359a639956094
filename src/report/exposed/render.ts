import { exposedJson, type ExposedJson } from './json';
import { exposedTable } from './table';

/** The forms of what is open, by what `--format` calls them; the first is the default. */
export const EXPOSED_FORMS = { table: exposedTable, json: exposedJson } satisfies Readonly<
  Record<string, (exposed: ExposedJson) => string>
>;

export type ExposedFormat = keyof typeof EXPOSED_FORMS;
