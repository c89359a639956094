import { containerOf, labWith, refuses } from '../support/base-topology';

const long = 'x'.repeat(128 * 1024);

describe('words of commands and variables', () => {
  refuses([
    [
      'an empty word',
      (t) => (containerOf(t, 'db').command = ['sh', '-c', 'sleep 1', '']),
      ['containers[3] (db).command[3]', 'an empty word in the command of db'],
    ],
    [
      'a word that is longer than Linux allows',
      (t) => (containerOf(t, 'db').command = ['echo', long]),
      ['containers[3] (db).command[1]', /of db has 131072 bytes$/],
    ],
    [
      'a variable that is, with its name',
      (t) => (containerOf(t, 'db').environment = { A: long.slice(2) }),
      ['containers[3] (db).environment.A', /of db has 131072 bytes$/],
    ],
    [
      'more than all of them may have',
      (t) => (containerOf(t, 'db').command = Array.from({ length: 9 }, () => long.slice(1))),
      ['containers[3] (db)', 'command and environment of db have 1179639 bytes'],
    ],
    [
      'a variable that JavaScript does not see',
      (t) =>
        (containerOf(t, 'db').environment = JSON.parse('{"__proto__": "x"}') as Record<
          string,
          string
        >),
      ['containers[3] (db).environment.__proto__', 'the variable __proto__ of db'],
    ],
  ]);

  test('may look like options, templates and references, and a variable may be empty', () => {
    const command = ['-x', '--help=1', '${x}', '%{if}', '$${TfToken[TOKEN.0]}', ' ', '\n', 'é'];
    const environment = { EMPTY: '', TEXT: '"\'`$\\' };
    const lab = labWith((t) => {
      containerOf(t, 'db').command = command;
      containerOf(t, 'db').environment = environment;
    });
    expect(lab.containers.find(({ name }) => name === 'db')).toMatchObject({
      command,
      environment,
    });
  });
});
