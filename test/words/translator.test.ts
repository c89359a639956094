import { translator } from '../../words/translator';

test('characters with a meaning in patterns stand for themselves', () => {
  const say = translator({ 'a.b (c) {x}': '甲 {x}' });
  expect(say('a.b (c) $1')).toBe('甲 $1');
  expect(say('aXb (c) y')).toBeUndefined();
});

test('the most specific pattern wins, whatever its place', () => {
  const say = translator({ '{a} is {b}': '{a}：{b}', '{a} is not here': '{a} 不在' });
  expect(say('web is not here')).toBe('web 不在');
  expect(say('web is up')).toBe('web：up');
});

test('a noun is translated in a slot only, and so is each of a list', () => {
  const say = translator({ 'no {kind}': '没有 {kind}', up: '启动' }, { node: '节点' });
  expect(say('no node, up, web')).toBe('没有 节点, 启动, web');
  expect(say('node')).toBeUndefined();
});

test('a name that is a word of the lab’s own stays a name', () => {
  const say = translator({ '{a} is {state}': '{a}：{state}', paused: '已暂停' }, { node: '节点' });
  expect(say('paused is paused')).toBe('paused：已暂停');
  expect(say('node, paused is up')).toBe('node, paused：up');
});
