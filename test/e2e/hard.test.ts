import { command } from './support/lab';

/** `npm run e2e:hard` with a lab of its own; names and order are decided by the seed. */
const hard = (...words: string[]) =>
  command(['node', 'tool/run.cjs', 'test/e2e/hard/main.ts', ...words, '--seed', '1']);

describe('a lab that is struck while a command changes it', () => {
  it('is healed by one command, its second plan is empty, and down leaves nothing', async () => {
    const { code, stdout } = await hard('kills', '--kills', '2', '--only', '^repair, KILL');
    expect({ code, stdout }).toMatchObject({ code: 0 });
  });
});
