import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, ROOT } from './support/lab';

const COMPOSE = `services:
  web: { image: 'nginx:1.26', ports: ['8080:80'] }
  db: { image: 'postgres:16', ports: ['127.0.0.1:5432:5432'] }
`;

// The folder of somebody who has a Compose file and a plan.
const folder = mkdtempSync(join(tmpdir(), 'lab-docs-'));
beforeAll(() => {
  mkdirSync(join(folder, 'path/to'), { recursive: true });
  writeFileSync(join(folder, 'path/to/compose.yaml'), COMPOSE);
  copyFileSync(join(ROOT, 'test/sources/recorded/terraform/plan.json'), join(folder, 'plan.json'));
  symlinkSync(join(ROOT, 'lab'), join(folder, 'lab'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The commands of the first block of a page. Terraform has printed its plan already. */
const commandsOf = (page: string): string[] => {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const [, block = ''] = /^```sh\n([\s\S]*?)^```/m.exec(text) ?? [];
  return block
    .replaceAll('terraform show -json plan.bin |', 'cat plan.json |')
    .split('\n')
    .filter((line) => line.includes('./lab'));
};

describe.each(['compose.md', 'terraform.md'])('the commands of docs/%s', (page) => {
  const commands = commandsOf(page);

  it('are some', () => expect(commands.length).toBeGreaterThan(3));

  it.each(commands)('%s', async (line) => {
    const { code, stdout, stderr } = await command([
      'sh',
      '-c',
      `cd "$1" && ${line}`,
      'sh',
      folder,
    ]);
    expect({ code, stderr: /Error/.exec(stderr)?.[0] }).toEqual({ code: 0, stderr: undefined });
    if (!line.includes('>')) expect(stdout).not.toBe('');
  });
});
