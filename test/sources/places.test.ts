import { lineOf } from '../../src/sources/compose/places';

const TEXT = `# a comment
services:
  web:
    image: a
    ports:
    - "80:80"
    - "81:81"

  "db":
    image: b
    networks: { inner: {} }
networks:
  inner:
    internal: true
`;

test.each<[string, (string | number)[], number | undefined]>([
  ['a section', ['networks'], 12],
  ['a service', ['services', 'web'], 3],
  ['a key in quotes', ['services', 'db'], 9],
  ['a key of a service', ['services', 'web', 'ports'], 5],
  ['an item of a list that is no deeper than its key', ['services', 'web', 'ports', 1], 7],
  ['what is in braces: where they are', ['services', 'db', 'networks', 'inner'], 11],
  ['a network, not the service’s key of that name', ['networks', 'inner'], 13],
  ['what is not there: what would hold it', ['services', 'none'], 2],
  ['nothing at all', ['volumes'], undefined],
])('the line of %s', (_, path, line) => expect(lineOf(TEXT, path)).toBe(line));
