import { columns } from '../../src/report/columns';
import { explanation } from '../../src/report/explanation';
import { matrixOf } from '../../src/report/matrix/cells';
import { matrixTable } from '../../src/report/matrix/table';
import { render } from '../../src/report/render';
import { expectations } from '../../src/edges/expectations';
import { inLanguage } from '../../src/i18n/say';
import { articleLab } from '../support/article';
import { resultOf, statement, verdict } from '../support/verdicts';
import { phrase } from '../../src/text/text';

const result = resultOf([
  verdict({}),
  verdict({
    ...{ status: 'fail', subject: 'a -> c', to: 'c', measured: 'timeout', address: '172.17.0.3' },
    hint: phrase('follow the packet: {command}', { command: './lab explain a c --live' }),
    reasons: [{ rule: 'same-bridge', from: 'a', to: 'c', network: 'bridge', node: 'n1' }],
  }),
  verdict({
    status: 'error',
    subject: 'b -> a',
    detail: phrase('the probe gave no answer'),
    measured: '',
  }),
]);

const chinese = (width: number): string =>
  inLanguage('zh', () => render(result, { format: 'table', color: false, width, unicode: true }));

test('the table speaks Chinese; names and commands stay', () => {
  const text = chinese(80);
  for (const part of [
    ...['1 通过，1 不符，1 未检查', '预期      可达', '实测      超时', '未检查', 'a -> c'],
    ...[
      '提示      跟踪数据包：./lab explain a c --live',
      '在同一个网桥上：n1 的默认网桥',
      '探测没有给出回答',
    ],
  ]) {
    expect(text).toContain(part);
  }
});

test.each([50, 80, 160])('no line of it is wider than %i columns', (width) => {
  for (const line of chinese(width).split('\n')) expect(columns(line)).toBeLessThanOrEqual(width);
});

test.each(['json', 'junit'] as const)('%s is the same in every language', (format) => {
  const text = (): string => render(result, { format, color: false, width: 80 });
  expect(inLanguage('zh', text)).toBe(text());
});

test('matrix and explanations speak Chinese, too', () => {
  const matrix = inLanguage('zh', () =>
    matrixTable(matrixOf(result), { width: 60, onlyDifferences: false }),
  );
  expect(matrix).toContain('a -> c: 预测 可达，实测 超时');
  expect(matrix).toContain('3 条边：1 条与预测一致，1 条不符，1 条没有测到');
  for (const line of matrix.split('\n')) expect(columns(line)).toBeLessThanOrEqual(60);
  const [first] = expectations(articleLab);
  expect(inLanguage('zh', () => explanation(first!))).toMatch(/\p{Script=Han}/u);
});

test('an explanation fits the width', () => {
  for (const language of ['en', 'zh'] as const) {
    const texts = inLanguage(language, () =>
      expectations(articleLab).map((one) => explanation(one, undefined, 80)),
    );
    const wide = texts.flatMap((text) => text.split('\n')).filter((line) => columns(line) > 80);
    expect(wide).toEqual([]);
  }
});

test.each(['running', 'paused', 'isolation', 'timeout', 'container', 'node'])(
  'a container called %s keeps its name in what was found and in what must hold of it',
  (name) => {
    const named = resultOf([
      verdict({ status: 'fail', subject: `${name} -> a`, measured: `${name} is not running` }),
      statement({
        status: 'fail',
        statement: { kind: 'running', container: name },
      }),
      statement({
        status: 'fail',
        statement: { kind: 'attached', container: name, network: name },
      }),
    ]);
    const text = inLanguage('zh', () =>
      render(named, { format: 'table', color: false, width: 160, unicode: true }),
    );
    for (const line of [
      ...[`${name} -> a\n`, `实测      ${name} 没有运行\n`],
      ...[`${name} 正在运行\n`, `${name} 连接在 ${name} 上\n`],
    ]) {
      expect(text).toContain(line);
    }
  },
);
