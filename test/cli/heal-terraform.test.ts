import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { healStack, putStateAside } from '../../src/cli/heal-terraform';
import { lockFile } from '../../src/toolchain/provider';

const root = mkdtempSync(join(tmpdir(), 'lab-heal-terraform-'));
afterAll(() => rmSync(root, { recursive: true }));

const STATE = JSON.stringify({
  version: 4,
  serial: 3,
  lineage: 'x',
  resources: [{ mode: 'managed', type: 'docker_network', name: 'a', instances: [] }],
});
const BACKEND = JSON.stringify({ version: 3, backend: { type: 'local', config: {} } });
const LOCK = lockFile('terraform', 'h1:x');
const PROGRAM =
  '.terraform/providers/registry.terraform.io/kreuzwerker/docker/4.5.1/linux_amd64/terraform-provider-docker';

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('a state', () => {
  const file = join(root, 'terraform.tfstate');
  beforeEach(() => rmSync(file, { recursive: true, force: true }));

  test.each([STATE, '', undefined])('%j stays', (text) => {
    if (text !== undefined) writeFileSync(file, text);
    expect(putStateAside(file)).toBeUndefined();
    expect(existsSync(file)).toBe(text !== undefined);
  });

  test.each([
    STATE.slice(0, 40),
    '{}',
    'null',
    '\u0000\u0001',
    STATE.replace('4', '1'),
    STATE.replace('4', '5'),
    '{"version":4,"serial":1,"resources":[null]}',
    ' ',
  ])('%j is put aside, where a person finds it', (text) => {
    writeFileSync(file, text);
    const { aside = '' } = putStateAside(file) ?? {};
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(aside, 'utf8')).toBe(text);
  });

  test('a folder in its place is put aside', () => {
    mkdirSync(file);
    expect(putStateAside(file)?.why).toBe('it is a folder');
    expect(existsSync(file)).toBe(false);
  });
});

describe("Terraform's files in a stack", () => {
  const stack = join(root, 'stack');
  const at = (name: string): string => join(stack, name);
  beforeEach(() => {
    rmSync(stack, { recursive: true, force: true });
    put(at('cdk.tf.json'), '{}');
    put(at('.terraform.lock.hcl'), LOCK);
    put(at('.terraform/terraform.tfstate'), BACKEND);
    put(at(PROGRAM), 'program');
    chmodSync(at(PROGRAM), 0o700);
  });
  const left = (): string[] =>
    ['cdk.tf.json', '.terraform.lock.hcl', '.terraform'].filter((name) => existsSync(at(name)));
  const ALL = ['cdk.tf.json', '.terraform.lock.hcl', '.terraform'];

  test('stay where they are whole, and before anything was initialised', () => {
    healStack(stack);
    expect(left()).toEqual(ALL);
    rmSync(at('.terraform'), { recursive: true });
    healStack(stack);
    expect(left()).toEqual(ALL.slice(0, 2));
    healStack(join(root, 'nothing'));
  });

  test.each([
    ['half a backend', '.terraform/terraform.tfstate', BACKEND.slice(0, 20)],
    ['an empty backend', '.terraform/terraform.tfstate', ''],
    ['an old backend', '.terraform/terraform.tfstate', '{"version":1}'],
    ['an empty provider', PROGRAM, ''],
  ])('with %s only .terraform goes', (_what, name, text) => {
    writeFileSync(at(name), text);
    healStack(stack);
    expect(left()).toEqual(ALL.slice(0, 2));
  });

  test('without the provider only .terraform goes', () => {
    rmSync(at('.terraform/providers'), { recursive: true });
    healStack(stack);
    expect(left()).toEqual(ALL.slice(0, 2));
  });

  test.each(['', LOCK.slice(0, -20), '{}', '\u0000', LOCK.replace('4.5.1', '3.6.2')])(
    'with the lock file %j only that goes',
    (text) => {
      writeFileSync(at('.terraform.lock.hcl'), text);
      healStack(stack);
      expect(left()).toEqual(['cdk.tf.json', '.terraform']);
    },
  );

  test.each(ALL)('what is in the place of %s goes', (name) => {
    rmSync(at(name), { recursive: true });
    if (name === '.terraform') writeFileSync(at(name), 'junk');
    else mkdirSync(at(join(name, 'junk')), { recursive: true });
    healStack(stack);
    expect(left()).not.toContain(name);
  });
});
