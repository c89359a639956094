import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/platform/run';

const program = ['linux.pl', 'neighbours.pl']
  .map((file) => readFileSync(join(__dirname, '..', '..', 'src', 'observe', 'node', file), 'utf8'))
  .join('');

/** What the functions of neighbours.pl print. */
async function perl(statements: string): Promise<string> {
  const { stdout, failure } = await run(['perl', '-'], { input: `${program}\n${statements}\n` });
  expect(failure).toBeUndefined();
  return stdout;
}

const SOURCE = `my $source = { key => 0, links => [ [ pack( 'C4', 10, 1, 0, 0 ), pack( 'C4', 255, 255, 255, 0 ) ] ] };`;
const ask = (subnet: number, count: number): string =>
  `meet( $source, pack 'C4', 10, ${subnet}, 0, $_ ) for 1 .. ${count};`;
const CROWDED = `print crowded() ? 'crowded' : 'room';`;

describe('neighbours in the program that probes', () => {
  it('are soon too many for a table that all namespaces of a machine share', async () => {
    expect(await perl(`${SOURCE} ${ask(1, 20)} ${CROWDED}`)).toBe('room');
    expect(await perl(`${SOURCE} ${ask(1, 100)} ${CROWDED}`)).toBe('crowded');
  });

  it('are counted once, however often they are asked', async () =>
    expect(await perl(`${SOURCE} ${ask(1, 20).repeat(10)} ${CROWDED}`)).toBe('room'));

  it('are not those behind a gateway', async () =>
    expect(await perl(`${SOURCE} ${ask(2, 200)} ${CROWDED}`)).toBe('room'));

  it('may be learnt anew once they were forgotten', async () =>
    expect(await perl(`${SOURCE} ${ask(1, 100)} tidy(); ${CROWDED}`)).toBe('room'));

  it('are forgotten where they were asked and are idle; what a person set, and who does not answer, stay', async () => {
    // A message of the kernel: header, state, link-layer address, then address.
    const message = (last: number, state: number): string =>
      `pack( 'L S2 L2 C x3 l S C2 S2 a6 x2 S2 C4', 48, 28, 2, 1, 0, 2, 7, ${state}, 0, 1, 10, 2, 'abcdef', 8, 1, 10, 1, 0, ${last} )`;
    const [reachable, permanent, failed] = [0x02, 0x80, 0x20];
    const dump = [
      message(1, reachable),
      message(2, permanent),
      message(3, failed),
      message(200, reachable),
      `pack( 'L S2 L2 l', 20, 3, 2, 1, 0, 0 )`,
    ].join(' . ');
    const shown = `print join ' ', map { join '.', @{$_}[ 0, 1 ], unpack 'C4', $_->[2] } neighbours( ${dump}, \\%asked );`;
    expect(await perl(`${SOURCE} ${ask(1, 10)} ${shown}`)).toBe('2.7.10.1.0.1');
  });
});
