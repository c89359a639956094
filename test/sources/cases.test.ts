import { SERIES } from '../../src/topology/engines';
import { ask, recorded } from '../support/compose';
import { ANSWERS } from './answers';

const questions = Object.entries(ANSWERS).flatMap(([name, answers]) =>
  answers.flatMap(([from, to, outcome]) =>
    SERIES.map((engine) => {
      const expected = typeof outcome === 'string' ? outcome : outcome[engine];
      return { name, engine, from, to, expected };
    }),
  ),
);

test.each(questions)('$name on $engine: $from to $to is $expected', (question) => {
  const { name, engine, from, to, expected } = question;
  expect(ask(recorded(name, engine), from, to)).toEqual([expected]);
});
