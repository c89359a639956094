import { idOf, type Verdict } from '../../src/verdict/result';
import type { Edge } from '../../src/topology/edge';
import { render, type RenderOptions } from '../../src/report/render';
import { SCHEMA, type JsonResult } from '../../src/report/json';
import { resultOf, statement, verdict } from '../support/verdicts';
import { verbatim } from '../../src/text/text';

const plain: RenderOptions = { format: 'table', color: false, width: 80, unicode: true };
const wrong = verdict({
  status: 'fail',
  chapter: 'two',
  subject: 'test4 -> test3@bridge',
  expected: 'timeout',
  measured: 'reachable',
  address: '172.17.0.4',
  detail: 'echo reply from 172.17.0.4',
  command: './lab exec test4 -- ping -c 1 -W 1 172.17.0.4',
  hint: verbatim(
    'a way was opened that nobody declared, and this text is long enough to need a second line',
  ),
});
const to = (endpoint: string): Edge => ({ from: 'test4', target: { kind: 'ping', endpoint } });
const table = (verdicts: readonly Verdict[], options: Partial<RenderOptions> = {}): string =>
  render(resultOf(verdicts), { ...plain, ...options });

describe('the table', () => {
  it('has one line for a chapter in which all is as expected, and the sums at the end', () => {
    const lines = table([verdict({}), verdict({ chapter: 'two' })]).split('\n');
    expect(lines[0]).toMatch(/^✓ one {2}First +1 passed$/);
    expect(lines.at(-1)).toBe('2 passed, 0 failed, 0 not examined, 0 skipped  (1.2 s)');
  });

  it('shows in full what differs', () => {
    const text = table([verdict({}), wrong]);
    expect(text).toMatch(/✗ two +Second +0 passed, 1 failed/);
    for (const part of [
      'test4 -> test3@bridge',
      'timeout',
      'reachable',
      wrong.address,
      wrong.detail,
      wrong.command,
    ])
      expect(text).toContain(part);
    expect(text).toContain('a and b are on the same bridge, net of n1');
  });

  it('fits its width, but never breaks a command', () => {
    const command = `./lab exec test4 -- ${'x '.repeat(60)}`.trim();
    const text = table([{ ...wrong, command }], { width: 60 });
    expect(text.split('\n').filter((line) => line.length > 60)).toEqual([
      `      repeat    ${command}`,
    ]);
  });

  it('tells a cause once and names every edge that it explains', () => {
    const attached = statement({
      ...{ status: 'fail', statement: { kind: 'attached', container: 'it', network: 'net' } },
    });
    const explained = [1, 2, 3].map((n) => ({
      ...wrong,
      edge: to(`c${n}`),
      cause: idOf(attached),
    }));
    const text = table([attached, ...explained]);
    expect(text.match(/because this failed: it is attached to net/g)).toHaveLength(1);
    expect(text).toContain('test4 -> c1, c2, c3: expected timeout, measured reachable');
  });

  it('names every edge, the first ones in full', () => {
    const many = Array.from({ length: 9 }, (_, n) => ({
      ...wrong,
      edge: to(`c${n}`),
    }));
    const text = table(many);
    expect(text.match(/repeat/g)).toHaveLength(5);
    expect(text).toContain('and 4 more:');
    expect(text).toContain('test4 -> c5, c6, c7, c8: expected timeout, measured reachable');
  });

  it('has other signs for what was not examined, also without colour and beyond ASCII', () => {
    const text = table([verdict({}), { ...wrong, status: 'error' }], { unicode: false });
    expect(text).toMatch(/^ok one/);
    expect(text).toMatch(/\n\? two/);
    expect(text).toContain('1 not examined');
    // eslint-disable-next-line no-control-regex
    expect(text).toMatch(/^[\x00-\x7f]*$/);
  });

  it('leaves out quiet chapters where only failures are wanted', () => {
    expect(table([verdict({}), wrong], { failuresOnly: true })).not.toContain('First');
    expect(table([verdict({})], { failuresOnly: true })).toBe(
      '1 passed, 0 failed, 0 not examined, 0 skipped  (1.2 s)',
    );
  });

  it('has colour only where it is wanted', () => {
    expect(table([wrong], { color: true })).toContain('\u001b[31m');
    expect(table([wrong])).not.toContain('\u001b');
  });
});

describe('JSON', () => {
  it('is the result with the number of its schema', () => {
    const holds = statement({});
    const text = render(resultOf([wrong, holds]), { ...plain, format: 'json' });
    const { verdicts, ...rest } = resultOf([wrong, holds]);
    const { schema, ...told } = JSON.parse(text) as JsonResult;
    expect(schema).toBe(SCHEMA);
    expect(told).toEqual({
      ...rest,
      verdicts: [
        {
          ...verdicts[0],
          ...{ id: 'test4 -> test3@bridge', subject: 'test4 -> test3@bridge' },
          ...{ expected: 'timeout', measured: 'reachable' },
          prediction: {
            ...wrong.prediction,
            reasons: [
              {
                ...wrong.prediction.reasons[0],
                text: 'a and b are on the same bridge, net of n1',
              },
            ],
          },
        },
        {
          ...holds,
          ...{ id: 'running it', subject: 'it is running', expected: 'there', measured: 'there' },
        },
      ],
    });
  });
});

describe('JUnit', () => {
  const xml = render(
    resultOf([
      verdict({}),
      {
        ...wrong,
        edge: { from: 'a', target: { kind: 'name', name: 'b" & <c>\u0007', endpoint: 'b' } },
      },
      verdict({ status: 'error', chapter: 'two', detail: 'no pid' }),
      verdict({ status: 'skipped', chapter: 'two' }),
    ]),
    { ...plain, format: 'junit' },
  );

  it('has a suite for each chapter, with what differs as failure and what was not examined as error', () => {
    expect(xml).toMatch(/<testsuites tests="4" failures="1" errors="1" skipped="1"/);
    expect(xml.match(/<testsuite /g)).toHaveLength(2);
    expect(xml).toContain('not examined: no pid');
    expect(xml).toContain(wrong.command);
  });

  it('is well-formed whatever a name holds', () => {
    expect(xml).toContain('a -> &quot;b&quot; &amp; &lt;c>?');
    expect(xml).not.toContain('\u0007');
  });
});
