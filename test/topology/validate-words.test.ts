import { describePath, quote, TopologyError } from '../../src/topology/problems';
import { nearest, suggest } from '../../src/topology/suggest';
import { verbatim } from '../../src/text/text';

describe('suggestions', () => {
  const known = ['networks', 'networkMode', 'node', 'name'];

  test.each([
    ['netwroks', 'networks'],
    ['NETWORKS', 'networks'],
    ['network', 'networks'],
    ['nmae', 'name'],
    ['nam', 'name'],
    ['nodes', 'node'],
    ['networkmode', 'networkMode'],
    ['ndoe', 'node'],
  ])('%s is near to %s', (word, best) => expect(nearest(word, known)).toBe(best));

  test.each(['image', 'xy', 'net', ''])('%j is near to none', (word) => {
    expect(nearest(word, known)).toBeUndefined();
  });

  test('a third of the letters may differ, a half may not', () => {
    expect(nearest('abcxyf', ['abcdef'])).toBe('abcdef');
    expect(nearest('abxyzf', ['abcdef'])).toBeUndefined();
    expect(nearest('abcdefgh', ['abcdef'])).toBe('abcdef');
    expect(nearest('abcdefghi', ['abcde'])).toBeUndefined();
  });

  test('without a near word, the known ones are listed, at most twelve', () => {
    const many = Array.from({ length: 13 }, (_, i) => `w${i}`);
    expect(suggest('zzzzz', known)).toEqual('there is: networks, networkMode, node, name');
    expect(suggest('zzzzz', many.slice(0, 12))).toEqual(
      `there is: ${many.slice(0, 12).join(', ')}`,
    );
    expect(suggest('zzzzz', many)).toEqual(`there is: ${many.slice(0, 12).join(', ')}, ...`);
    expect(suggest('zzzzz', [])).toEqual('there is none');
  });
});

describe('places and values in words', () => {
  const topology = { containers: [{ name: 'a' }, { name: 'b\nc' }, { id: 'chapter' }, 'text'] };

  test.each([
    [[], ''],
    [['containers'], 'containers'],
    [['containers', 0, 'networks', 3], 'containers[0] (a).networks[3]'],
    [['containers', 1, 'name'], 'containers[1].name'],
    [['containers', 2], 'containers[2] (chapter)'],
    [['containers', 3], 'containers[3]'],
    [['containers', 0, 'a\nb'], 'containers[0] (a)."a\\nb"'],
    [['toString', 'name'], 'toString.name'],
  ])('%j', (path, text) => expect(describePath(path, topology)).toBe(text));

  test('values are quoted, in one line, and cut where they are long', () => {
    expect(quote('a\n"b"')).toBe('"a\\n\\"b\\""');
    expect(quote(undefined)).toBe('undefined');
    expect(quote('x'.repeat(78))).toBe(`"${'x'.repeat(78)}"`);
    expect(quote('x'.repeat(79))).toBe(`"${'x'.repeat(75)}..."`);
  });

  test('an error for the whole topology names the file only', () => {
    const problem = { path: '', message: verbatim('m'), why: verbatim('w'), next: verbatim('n') };
    expect(new TopologyError('f.ts', [problem]).message).toBe('f.ts: m');
    expect(new TopologyError('f.ts', [{ ...problem, path: 'nodes' }]).message).toBe(
      'f.ts: nodes: m',
    );
  });
});
