import { command } from './support/lab';

/** `npm run e2e:hard` with a lab of its own; names and order are decided by the seed. */
const hard = async (...words: string[]) => {
  const argv = ['node', 'src/tool/run.cjs', 'test/e2e/hard/main.ts', ...words, '--seed', '1'];
  const { code, stdout } = await command(argv, { LAB_TOPOLOGY: '' });
  return { code, stdout };
};
const GOOD = { code: 0 };

describe('a lab that is struck while a command changes it', () => {
  it('is healed by one command, its second plan is empty, and down leaves nothing', async () => {
    const seen = await hard('kills', '--count', '2', '--only', '^repair, KILL');
    expect(seen).toMatchObject(GOOD);
  });
});

describe('a lab whose files are damaged', () => {
  it('makes them anew, or names the command that does', async () => {
    const only = '^(state|.terraform|inventory|applied), (truncated|a (file|folder) in its place)$';
    expect(await hard('damage', '--count', '3', '--only', only)).toMatchObject(GOOD);
  });
});

describe('a lab that is given bad input', () => {
  it('says one error with exit code 2, and touches nothing', async () => {
    const seen = await hard('inputs', '--count', '40', '--only', '^(?!.*(endless|for ever|loop))');
    expect(seen).toMatchObject(GOOD);
  });
});

describe('a topology that once came up sometimes only', () => {
  it('comes up, with an empty second plan; what no engine takes is refused', async () => {
    const only = '^(static|declared|refused: an empty)';
    expect(await hard('tens', '--count', '3', '--only', only)).toMatchObject(GOOD);
  });
});

describe('a checkout', () => {
  it('may have an odd path, and may be read-only', async () => {
    const only = 'path.module|read-only';
    expect(await hard('places', '--count', '2', '--only', only)).toMatchObject(GOOD);
  });
});

describe('the value of a variable', () => {
  it('is in the state and the stack, and nowhere else', async () => {
    expect(await hard('secrets')).toMatchObject(GOOD);
  });
});
