import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remember } from '../../src/cli/check-run';
import { known, type Known } from '../../src/cli/known';
import { isEdge, type CheckResult } from '../../src/verdict/result';
import { edgeLabel } from '../../src/topology/edge';
import { expectations } from '../../src/edges/expectations';
import { writeInventory } from '../../src/nodes/inventory-file';
import { labPaths } from '../../src/platform/config';
import type { Run } from '../../src/platform/run';
import { writeWhole } from '../../src/platform/whole-file';
import { articleInventory, articleLab, recorded } from '../support/article';
import { sampleCheck } from '../support/measured';

const root = mkdtempSync(join(tmpdir(), 'lab-known-'));
afterAll(() => rmSync(root, { recursive: true }));
const paths = labPaths(root, articleLab.name);
beforeEach(() => rmSync(join(root, '.lab'), { recursive: true, force: true }));

const said = (stdout: string): ReturnType<Run> =>
  Promise.resolve({ exitCode: 0, stdout, stderr: '', failure: undefined });
const silence: Run = () =>
  Promise.resolve({ exitCode: undefined, stdout: '', stderr: '', failure: 'it does not answer' });
/** As the recorded nodes tell it. */
const nodes: Run = (argv) => said(recorded(argv[3] ?? ''));
/** The same with other subnets, as an engine may choose them. */
const others: Run = (argv) =>
  said(
    recorded(argv[3] ?? '')
      .replaceAll('172.18.', '172.31.')
      .replaceAll('172.19.', '172.18.'),
  );

const ask = (run: Run): Promise<Known> => known({ lab: articleLab, paths, run });

const checkBefore = async (): Promise<CheckResult> => {
  const { result, states } = await sampleCheck();
  remember({ lab: articleLab, paths }, result, states);
  return result;
};

/** Edges with what is expected of them, in a line each. */
const predicted = ({ lab, facts }: Known): string[] =>
  expectations(lab, facts).map(
    ({ edge, prediction }) => `${edgeLabel(edge)}: ${prediction.outcome}`,
  );
const checked = ({ verdicts }: CheckResult): string[] =>
  verdicts
    .filter(isEdge)
    .map(({ edge, prediction }) => `${edgeLabel(edge)}: ${prediction.outcome}`);

test('every edge of a check has the outcome that the check expected, by what the engines say', async () => {
  writeInventory(paths.inventory, articleInventory);
  const found = await ask(nodes);
  expect(found).toMatchObject({ source: 'engines', line: 'As the engines say now.' });
  expect(predicted(found).sort()).toEqual(checked((await sampleCheck()).result).sort());
});

test('and by what the last check saw, where an engine says nothing', async () => {
  writeInventory(paths.inventory, articleInventory);
  const result = await checkBefore();
  const found = await ask(silence);
  expect(found.source).toBe('last check');
  expect(found.line).toMatch(/^As the last check saw it \(2.*\): docker-node1: it does not answer/);
  expect(predicted(found).sort()).toEqual(checked(result).sort());
});

test('what the engines say now counts more than what they said before', async () => {
  writeInventory(paths.inventory, articleInventory);
  await checkBefore();
  const found = await ask(others);
  expect(found.facts?.nodes['docker-node1']?.subnets).not.toEqual(
    (await ask(nodes)).facts?.nodes['docker-node1']?.subnets,
  );
});

test('without nodes and without a check the topology is alone', async () => {
  const found = await ask(nodes);
  expect(found).toMatchObject({ source: 'topology', facts: undefined, lab: articleLab });
  expect(found.line).toBe('As the topology alone has it: no nodes were brought up.');
  writeWhole(paths.inventory, '{');
  writeWhole(paths.lastCheck, '{}');
  expect((await ask(nodes)).line).toMatch(/the inventory cannot be read/);
});

test('no node is waited for longer than a person would', async () => {
  writeInventory(paths.inventory, articleInventory);
  const patience: (number | undefined)[] = [];
  await ask((argv, options) => {
    patience.push(options?.timeout);
    return nodes(argv);
  });
  expect(patience).toEqual([6000, 6000]);
});
