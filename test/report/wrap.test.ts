import { columns, cut, pad } from '../../src/report/columns';
import { wrap } from '../../src/report/wrap';

const lines = (text: string, width: number): string[] => wrap(text, width, '').split('\n');

test('no line is wider than the width, and no word is lost', () => {
  const text = 'one two three four five six seven';
  expect(lines(text, 11).every((line) => line.length <= 11)).toBe(true);
  expect(lines(text, 11).join(' ')).toBe(text);
});

test('a word that is longer than a line stays whole', () => {
  expect(lines('a br-0123456789ab z', 5)).toEqual(['a', 'br-0123456789ab', 'z']);
});

test('Chinese breaks between characters and takes two columns for each', () => {
  const text = '网桥是软件交换机，容器接在它上面。';
  expect(lines(text, 12).every((line) => columns(line) <= 12)).toBe(true);
  expect(lines(text, 12).join('')).toBe(text);
});

test('no line begins with closing punctuation or ends with an opening bracket', () => {
  const text = '数据包（ICMP echo 请求）到达了：节点“自己”就是网关，别处没有路由。';
  for (let width = 8; width < 40; width += 1) {
    for (const line of lines(text, width)) {
      expect(line).not.toMatch(/^[，。：；！？）”]/);
      expect(line).not.toMatch(/[（“]$/);
    }
  }
});

test('later lines are indented and as wide', () => {
  expect(wrap('aa bb cc', 2, '    ', 9)).toBe('aa\n    bb cc');
});

test('padding and cutting count columns', () => {
  expect(pad('网桥', 6)).toBe('网桥  ');
  expect(cut('默认网桥', 5, '…')).toBe('默认…');
  expect(cut('bridge', 6, '…')).toBe('bridge');
  expect(cut('bridge', 0, '…')).toBe('');
});
