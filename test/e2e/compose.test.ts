import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeReader } from '../../src/toolchain/compose';
import { readConfig } from '../../src/platform/config';
import { run } from '../../src/platform/run';
import { readProject } from '../../src/sources/compose/read';
import { ask, labOfProject } from '../support/compose';
import { ANSWERS } from '../sources/answers';
import { english } from '../../src/text/tell';

const CASES = join(__dirname, '..', 'sources', 'cases');
const tools = { config: readConfig(), run, progress: () => undefined };

const read = (name: string, profiles: readonly string[] = []) =>
  readProject(
    {
      ...{ files: [join(CASES, `${name}.yaml`)], envFiles: [], services: [] },
      ...{ profiles, project: 'case' },
    },
    tools,
  );

test('the reader of Compose files is built once', async () => {
  const first = await composeReader(tools, () => undefined);
  const again = await composeReader(tools, (text) => {
    throw new Error(english(text));
  });
  expect(again).toBe(first);
});

test.each(Object.entries(ANSWERS))('%s is answered from the file itself', async (name, answers) => {
  const lab = labOfProject((await read(name, ['setup'])).project);
  const told = answers.map(([from, to]) => [from, to, ask(lab, from, to)]);
  const expected = answers.map(([from, to, outcome]) => [
    ...[from, to],
    [typeof outcome === 'string' ? outcome : outcome['28.5']],
  ]);
  expect(told).toEqual(expected);
});

test('every case is read', async () => {
  const names = readdirSync(CASES).map((file) => file.replace(/\.yaml$/, ''));
  for (const name of names) expect((await read(name)).project.name).toBe('case');
});
