import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const files = (pattern: string): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', pattern], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '');

test('the picture of the rooms is that of the import table', () => {
  const { status, stderr } = spawnSync('node', ['docs/rooms.mjs', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

describe('docs/troubleshooting.md', () => {
  const sources = files('*.ts')
    .filter((file) => !file.startsWith('test/'))
    .map(read)
    .join('\n');
  const quoted = [...read('docs/troubleshooting.md').matchAll(/^\| `([^`]+)`/gm)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes(' '));

  it('explains some of what the lab says', () => expect(quoted.length).toBeGreaterThan(12));

  it.each(quoted)('quotes what the lab really says: %s', (text) => {
    const parts = text.split('{}').map((part) => part.trim());
    const pattern = parts
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s*(?:\\$\\{[^}]+\\}|\\{\\w+\\})\\s*');
    expect(sources).toMatch(new RegExp(pattern));
  });
});

test.each(files('*.md'))('every link of %s leads somewhere', (file) => {
  const links = [...read(file).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
  const broken = links.filter((target) => !existsSync(join(ROOT, dirname(file), target)));
  expect(broken).toEqual([]);
});

test('the list of decisions has every decision', () => {
  const list = read('docs/adr/README.md');
  const decisions = readdirSync(join(ROOT, 'docs/adr')).filter((file) => /^\d{4}-/.test(file));
  expect(decisions.filter((file) => !list.includes(`(${file})`))).toEqual([]);
});

const TRANSLATED = files('docs/*.zh.md').map((file) => file.replace('.zh.md', '.md'));

test('pages for visitors are there in Chinese', () => {
  const pages = ['own-topology', 'compose', 'terraform', 'engine', 'claims', 'package'];
  expect(TRANSLATED).toEqual(expect.arrayContaining(pages.map((page) => `docs/${page}.md`)));
});

test.each(TRANSLATED)('%s has the same commands in Chinese', (file) => {
  const commands = (page: string): string[] =>
    [...read(page).matchAll(/^```(?:sh|ts|yaml)\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  expect(commands(file.replace('.md', '.zh.md'))).toEqual(commands(file));
  expect(commands(file).length).toBeGreaterThan(0);
});
