// Draws the rooms of docs/architecture.md from the import table of eslint.config.mjs.
//   node docs/rooms.mjs          writes picture and table into the document
//   node docs/rooms.mjs --check  exit code 1 where the document has others
import console from 'node:console';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { URL } from 'node:url';
import { folderOf, rooms } from '../eslint.config.mjs';

const FILE = new URL('architecture.md', import.meta.url);

const HOLDS = {
  text: 'a sentence for people as data: a phrase and what fills it in',
  topology: 'what a person writes: its types and schema, the rules, defaults; the lab as declared',
  network:
    'the world of a lab: stacks, interfaces, routes, names, published ports, what engines differ in',
  predict: 'one packet followed: outcome, who answers, hops, reasons',
  edges: 'what must hold: edges and what is predicted of them, chapters, claims, statements',
  review: 'two labs compared edge by edge; causes, groups',
  i18n: 'languages: what is said, in each',
  platform: 'configuration, known errors, running external commands, files that are whole',
  topologies: 'the labs, as data, and their templates',
  stacks: 'topology to Terraform, one construct a file',
  toolchain: 'what the machine must have: engine, Terraform, provider, images',
  sources:
    'where a lab comes from: a topology of ours, a Compose project or Terraform, and where each part stands',
  nodes: 'where Docker hosts come from, one folder a backend, and the inventory they write',
  observe: 'what is on the nodes: asked for, read, placed',
  probe: 'edges bound to probes, the probes, what they found',
  verdict: 'edges and statements compared, controls, causes, what mends them',
  report: 'one result type, one file a reporter',
  tour: 'the article as steps on the running lab',
  library: 'what the package gives to other programs: types, validate, predict, review',
  cli: 'the lab command, one file a verb',
  fuzz: 'random topologies on real engines, measured and compared with the prediction',
};

/** What a room imports that none of its other imports brings along: the arrows of the picture. */
const direct = (room) => {
  const reach = (from) => rooms[from].flatMap((other) => [other, ...reach(other)]);
  return rooms[room].filter(
    (other) => !rooms[room].some((via) => via !== other && reach(via).includes(other)),
  );
};

const names = Object.keys(rooms);
const missing = names.filter((room) => HOLDS[room] === undefined);
if (missing.length > 0) {
  console.error(`docs/rooms.mjs does not say what they hold: ${missing.join(', ')}`);
  process.exit(1);
}

const picture = [
  '```mermaid',
  'flowchart TB',
  ...names.map((room) => `  ${room}["<b>${folderOf(room)}/</b><br>${HOLDS[room]}"]`),
  ...names.flatMap((room) => direct(room).map((other) => `  ${room} --> ${other}`)),
  '```',
].join('\n');

const table = [
  '| room | holds | may import |',
  '|---|---|---|',
  ...names.map(
    (room) =>
      `| \`${folderOf(room)}/\` | ${HOLDS[room]} | ${rooms[room].join(', ') || 'nothing'} |`,
  ),
].join('\n');

const between = (text, name, content) => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/architecture.md has no ${start}`);
  return `${before}${start}\n${content}\n${end}${after}`;
};

const old = readFileSync(FILE, 'utf8');
const written = between(between(old, 'picture of the rooms', picture), 'table of the rooms', table);
if (process.argv.includes('--check')) {
  if (written === old) process.exit(0);
  console.error('docs/architecture.md is out of date: node docs/rooms.mjs');
  process.exit(1);
}
writeFileSync(FILE, written);
