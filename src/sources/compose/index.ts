import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Config } from '../../platform/config';
import type { Run } from '../../platform/run';
import type { EngineSeries } from '../../topology/topology';
import { describePath, type Path } from '../../topology/problems';
import type { Place, Sourced } from '../source';
import { convert, type Converted } from './convert';
import { lineOf } from './places';
import { readProject, type ComposeRequest } from './read';
import type { Text } from '../../text/text';
import { verbatim } from '../../text/text';

export interface ComposeTools {
  readonly config: Config;
  readonly run: Run;
  readonly engine: EngineSeries;
  /** Told what takes long, and what Compose remarks. */
  readonly remark: (text: Text) => void;
}

/** A Compose project as a source. @throws LabError where Compose refuses it */
export async function composeSource(
  request: ComposeRequest,
  tools: ComposeTools,
): Promise<Sourced> {
  const { project, remarks } = await readProject(request, { ...tools, progress: tools.remark });
  for (const line of remarks) tools.remark(verbatim(line));
  const converted = convert(project, tools.engine);
  const files = request.files.map((file) => ({ file: shown(file), text: textOf(file) }));
  return {
    kind: 'compose',
    label: files.map(({ file }) => file).join(' '),
    topology: converted.topology,
    names: converted.names,
    placeOf: (path) => placeOf(path, converted, files),
  };
}

interface File {
  readonly file: string;
  readonly text: string;
}

/** Where a part of the topology stands: in the last file that has it, since that one counts. */
function placeOf(
  [list, index, ...rest]: Path,
  { parts }: Converted,
  files: readonly File[],
): Place {
  const part = parts[String(list)]?.[Number(index)];
  const first = files[0]?.file ?? '';
  if (part === undefined) return { file: first, line: undefined, part: '' };
  const key = ['ports', 'networks'].find((name) => name === rest[0]);
  const path = key === undefined ? part : [...part, key];
  const text = describePath([...part, ...rest], undefined);
  for (const { file, text: content } of [...files].reverse()) {
    // The element itself, not only the list that it is in.
    if (lineOf(content, part) === lineOf(content, part.slice(0, 1))) continue;
    return { file, line: lineOf(content, path), part: text };
  }
  return { file: first, line: undefined, part: text };
}

function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}

/** A file that Compose could read and this process cannot has no lines. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
