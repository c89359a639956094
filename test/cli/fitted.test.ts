import { fitted } from '../../src/cli/fitted';

const ERROR = 'Error: something that is long enough\n  why:   words that do not fit here';

describe('an error', () => {
  it('is broken where the terminal ends, each line below its own beginning', () => {
    expect(fitted(ERROR, { isTTY: true, columns: 24 })).toBe(
      [
        'Error: something that is',
        'long enough',
        '  why:   words that do',
        '         not fit here',
      ].join('\n'),
    );
  });

  it('is as it is in a pipe', () => expect(fitted(ERROR, { columns: 24 })).toBe(ERROR));
});
