import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/platform/run';

const program = readFileSync(
  join(__dirname, '..', '..', 'src', 'observe', 'node', 'names.pl'),
  'utf8',
);

/** What the functions of names.pl give for an expression. */
async function perl(expression: string): Promise<string> {
  const input = `use strict; use warnings;\n${program}\nprint ${expression};\n`;
  const { stdout, failure } = await run(['perl', '-'], { input });
  expect(failure).toBeUndefined();
  return stdout;
}

const header = (id: number, answers: number, flags = 0x8180): string =>
  [id, flags, 1, answers, 0, 0].map((value) => value.toString(16).padStart(4, '0')).join('');
// "web", type A, class IN
const asked = '03776562000001' + '0001';
const a = (address: string): string =>
  `c00c00010001000002580004${address
    .split('.')
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;
// An alias of two bytes, as a pointer.
const cname = 'c00c00050001000002580002c00c';
const answer = (id: number, hex: string): Promise<string> =>
  perl(`do { my $got = answer( ${id}, pack 'H*', '${hex}' ); defined $got ? "<$got>" : 'undef' }`);

describe('names in the program that probes', () => {
  it('are asked for as DNS has it', async () =>
    expect(await perl(`unpack 'H*', question( 7, 'web' )`)).toBe(
      `000701000001000000000000${asked}`,
    ));

  it('have the first address of the answer, behind an alias too', async () => {
    expect(await answer(7, header(7, 1) + asked + a('172.18.0.2'))).toBe('<172.18.0.2>');
    expect(await answer(7, header(7, 2) + asked + cname + a('172.18.0.2'))).toBe('<172.18.0.2>');
  });

  it('are not there where the answer has no address', async () => {
    expect(await answer(7, header(7, 0, 0x8183) + asked)).toBe('<>');
    expect(await answer(7, header(7, 1) + asked + cname)).toBe('<>');
  });

  it('do not come from an answer to another question, from a question or from half a packet', async () => {
    expect(await answer(8, header(7, 1) + asked + a('1.2.3.4'))).toBe('undef');
    expect(await answer(7, header(7, 1, 0x0100) + asked + a('1.2.3.4'))).toBe('undef');
    expect(await answer(7, '0007')).toBe('undef');
    expect(await answer(7, (header(7, 1) + asked + a('1.2.3.4')).slice(0, -12))).toBe('<>');
  });

  it('are completed by the search list as the resolver does', async () => {
    const resolver = (text: string, name: string) =>
      perl(`join ' ', candidates( read_resolver("${text}"), '${name}' )`);
    expect(await resolver('search a.b c\\n', 'web')).toBe('web.a.b web.c web');
    expect(await resolver('search a.b\\n', 'web.x')).toBe('web.x web.x.a.b');
    expect(await resolver('search a.b\\noptions edns0 ndots:0\\n', 'web')).toBe('web web.a.b');
  });

  it('are asked of at most three servers, by IPv4', async () =>
    expect(
      await perl(
        `join ' ', @{ read_resolver("nameserver fe80::1\\nnameserver 1.1.1.1\\nnameserver 1.1.1.2\\nnameserver 1.1.1.3\\nnameserver 1.1.1.4\\n")->{servers} }`,
      ),
    ).toBe('1.1.1.1 1.1.1.2 1.1.1.3'));
});
