import type { Input } from './input';

/** Options and arguments that a verb does not take. */
const WORDS: readonly (readonly string[])[] = [
  ...[['nope'], ['--nope'], ['up', '--nope'], ['up', 'extra'], ['check', '--format', 'nope']],
  ...[
    ['check', '--format'],
    ['up', '--nodes', 'nope'],
    ['up', '--format', '\u001b[31m'],
  ],
  ...[['explain'], ['explain', 'web'], ['explain', 'web', 'nope'], ['explain', 'nope', 'web']],
  ...[
    ['explain', '', ''],
    ['explain', 'web', 'client:99999'],
    ['explain', 'web', 'a'.repeat(9999)],
  ],
  ...[
    ['explain', 'web', '\u001b]0;x\u0007'],
    ['explain', '$(id)', '`id`'],
    ['exec', 'nope', '--', 'id'],
  ],
  ...[['exec'], ['exec', 'web'], ['exec', '__proto__', '--', 'id'], ['exec', '', '--', 'id']],
  ...[
    ['exec', 'netns:nope', '--', 'id'],
    ['graph', '--format', 'nope'],
    ['graph', '--language', 'xx'],
  ],
  ...[
    ['graph', '--output'],
    ['graph', '--output', '/nonexistent/x/y.svg'],
    ['graph', '--output', '/'],
  ],
  ...[
    ['graph', '--output', '/dev/full'],
    ['report', '--port', '99999'],
    ['report', '--port', 'x'],
  ],
  ...[
    ['report', '--every', '-1'],
    ['report', '--host', 'nope', '--watch'],
    ['report', '--every', '1e9'],
  ],
  ...[
    ['report', '--host', '0.0.0.0', '--watch'],
    ['report', '--output', '/nonexistent/x.html'],
  ],
  ...[
    ['matrix', '--format', 'nope'],
    ['diff', '--against', 'no-such-revision'],
    ['diff', '--against'],
  ],
  ...[
    ['diff', '--against', '--upload-pack=x'],
    ['diff', '--fail-on', 'nope'],
    ['diff', '--format', 'x'],
  ],
  ...[
    ['diff', '--against', 'HEAD:../../etc/passwd'],
    ['diff', '--against', '\u202e'],
    ['tour', 'nope'],
  ],
  ...[
    ['tour', '__proto__'],
    ['init', '../x'],
    ['init', ''],
    ['init', 'a b'],
    ['init', '-x'],
  ],
  ...[
    ['init', 'x'.repeat(300)],
    ['init', 'x', '--template', 'nope'],
    ['init', 'x', '--range', '1.2'],
  ],
  ...[
    ['init', 'x', '--range', '300.1.1'],
    ['init', '$(id)'],
    ['init', '\u001b[31m'],
    ['init', 'A'],
  ],
  ...[['init', 'docker-networking'], ['completion', 'nope'], ['completion'], ['nodes', 'nope']],
  ...[
    ['nodes', 'up', 'extra'],
    ['down', '--nope'],
    ['repair', '--nope'],
    ['doctor', 'x'],
    ['status', 'x'],
  ],
  ...[
    ['remove-leftovers'],
    ['remove-leftovers', '/nonexistent'],
    ['remove-leftovers', '/dev/null'],
  ],
  ...[
    ['test', '--nope'],
    ['--', 'up', '--nope'],
    ['up', '-'],
    ['UP'],
    ['constructor'],
    ['__proto__'],
  ],
];

const env = (name: string, values: readonly string[], more: Partial<Input> = {}): Input[] =>
  values.map((value) => ({
    name: `environment: ${name}=${value.slice(0, 60)}`,
    env: { [name]: value },
    ...more,
  }));

const NO_FILES = [
  '/nonexistent',
  '/',
  '/dev/zero',
  '/dev/null',
  'a'.repeat(5000),
  '\u001b[31m',
  '..',
];

const CDKTF = [
  ...['', 'null', '[]', '5', '"x"', '{', '{"context":5}', '{"context":null}', '{"context":[]}'],
  ...[
    '{"context":{"topology":5}}',
    '{"context":{"hosts":5}}',
    '{"context":{"nodes":{}}}',
    '\u0000',
  ],
  ...['{"context":{"topology":"/nonexistent.ts"}}', '{"context":{"hosts":"/nonexistent.json"}}'],
  ...[
    '{"context":{"nodes":"nope"}}',
    '{"context":{"topology":"/dev/zero"}}',
    'x'.repeat(1_000_000),
  ],
];

const CONTEXTS = [
  ...['{', '5', 'null', '[]', '{"topology":5}', '{"nodes":"nope"}', '{"topology":"/nope.ts"}'],
];

const HOSTS = [
  ...['', '{', 'null', '[]', '5', '{}', '{"nodes":[]}', '{"nodes":{"node1":5}}', '{"nodes":null}'],
  ...['{"nodes":{"node1":{"host":"-oProxyCommand=id"}}}', '{"nodes":{"node1":{"port":99999}}}'],
  ...[
    '{"nodes":{"node1":{"host":"a b"}}}',
    '{"nodes":{"node1":{"user":"$(id)"}}}',
    '{"nodes":{},"x":1}',
  ],
  ...['{"nodes":{"node1":{"identityFile":"a\\"b"}}}'],
  ...[
    '{"nodes":{"node1":{"jump":"-x"}}}',
    '{"nodes":{"node1":{"hostKey":"MD5:x"}}}',
    '{"outside":5}',
  ],
  ...['{"outside":"1.2.3","nodes":{}}', '{"nodes":{"node1":{"address":"300.1.1.1"}}}'],
];

export const ENVIRONMENT: readonly Input[] = [
  ...WORDS.map((words) => ({
    name: `words: ${words.map((word) => JSON.stringify(word.slice(0, 40))).join(' ')}`,
    words,
  })),
  ...env('LAB_TOPOLOGY', [
    ...NO_FILES,
    '/etc/passwd',
    '/proc/self/mem',
    'x.yaml',
    'nope',
    '-',
    '~',
  ]),
  ...env('LAB_HOSTS', NO_FILES),
  ...env('LAB_NODES', ['nope', '__proto__', 'constructor', '\u001b[31m', ' ', 'x'.repeat(100_000)]),
  ...env('LAB_LANG', ['nope', 'english', '__proto__', '\u001b[31m', ' ']),
  ...env('LAB_OFFLINE', ['2', 'yes', 'true', '\u202e', ' ', '-1']),
  ...env('CDKTF_CONTEXT_JSON', CONTEXTS),
  ...env('XDG_CACHE_HOME', ['/dev/null', '/dev/null/x'], { words: ['up'] }),
  ...CDKTF.map((cdktf) => ({ name: `cdktf.json: ${cdktf.slice(0, 60)}`, cdktf })),
  ...HOSTS.map((text) => ({
    name: `hosts: ${text}`,
    files: { 'hosts.json': text },
    env: { LAB_HOSTS: 'inputs/hosts.json' },
  })),
];
