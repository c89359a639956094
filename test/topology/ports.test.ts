import fc from 'fast-check';
import { numberToAddress } from '../../src/topology/addresses';
import type { PublishedPort } from '../../src/topology/lab';
import {
  addressesCollide,
  expandPort,
  formatPort,
  isPort,
  joinPorts,
  parsePort,
  type PortSpec,
} from '../../src/topology/ports';

const spec: fc.Arbitrary<PortSpec> = fc
  .record({
    ip: fc.oneof(
      fc.constantFrom('0.0.0.0', '127.0.0.1', '::', 'fd00::1'),
      fc.integer({ min: 1, max: 2 ** 32 - 1 }).map(numberToAddress),
    ),
    length: fc.integer({ min: 1, max: 20 }),
    published: fc.integer({ min: 1, max: 65535 }),
    target: fc.integer({ min: 1, max: 65535 }),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const),
  })
  .filter(({ length, published, target }) => Math.max(published, target) + length - 1 <= 65535)
  .map(({ ip, length, published, target, protocol }) => ({
    ip,
    published: { first: published, last: published + length - 1 },
    target: { first: target, last: target + length - 1 },
    protocol,
  }));

describe("Docker's short syntax", () => {
  test('what is formatted is parsed again', () => {
    fc.assert(
      fc.property(spec, (s) => expect(parsePort(formatPort(s))).toEqual({ ok: true, spec: s })),
    );
  });

  test('no text is a crash, and what is taken has ports from 1 to 65535', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom('0', '1', '80', '65535', '65536', ':', '-', '/', '.', 'tcp', 'udp'),
          {
            maxLength: 12,
          },
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const parsed = parsePort(input);
        if (!parsed.ok) {
          expect(parsed.why).not.toBe('');
          expect(parsed.next).not.toBe('');
          return;
        }
        for (const { published, target } of expandPort(parsed.spec)) {
          expect(isPort(published) && isPort(target)).toBe(true);
        }
        expect(parsePort(formatPort(parsed.spec))).toEqual(parsed);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['80:8080', '0.0.0.0', 80, 8080, 'tcp'],
    ['127.0.0.1:8080:80', '127.0.0.1', 8080, 80, 'tcp'],
    ['127.0.0.1:8080:80/udp', '127.0.0.1', 8080, 80, 'udp'],
    ['53:53/UDP', '0.0.0.0', 53, 53, 'udp'],
    ['1:65535/tcp', '0.0.0.0', 1, 65535, 'tcp'],
  ])('%s', (text, ip, published, target, protocol) => {
    const parsed = parsePort(text);
    expect(parsed.ok && expandPort(parsed.spec)).toEqual([{ ip, published, target, protocol }]);
  });

  test.each([
    ['[::1]:8080:80', { ip: '::1', published: 8080, target: 80, protocol: 'tcp' }],
    ['[FD00:1:0::1]:53:53/udp', { ip: 'fd00:1::1', published: 53, target: 53, protocol: 'udp' }],
    [
      '0.0.0.0:80:80',
      { ip: '0.0.0.0', family: 'IPv4', published: 80, target: 80, protocol: 'tcp' },
    ],
  ])('%s', (text, port) => {
    const parsed = parsePort(text);
    expect(parsed.ok && expandPort(parsed.spec)).toEqual([port]);
    expect(parsed.ok && formatPort(parsed.spec)).toBe(text.toLowerCase().replace(':0::', '::'));
  });

  test.each([
    ['80', { first: 32768, last: 60999 }],
    ['8000-8010:80', { first: 8000, last: 8010 }],
    ['127.0.0.1::80', { first: 32768, last: 60999 }],
  ])('of %s the engine chooses the port of the node', (text, chosen) => {
    const parsed = parsePort(text);
    expect(parsed.ok && parsed.spec.chosen).toEqual(chosen);
    expect(parsed.ok && expandPort(parsed.spec)).toHaveLength(1);
    expect(parsed.ok && parsePort(formatPort(parsed.spec))).toEqual(parsed);
  });

  test('a range is one entry a port, in order', () => {
    const parsed = parsePort('8000-8002:9000-9002');
    expect(parsed.ok && expandPort(parsed.spec)).toEqual(
      [0, 1, 2].map((n) => ({
        ip: '0.0.0.0',
        published: 8000 + n,
        target: 9000 + n,
        protocol: 'tcp',
      })),
    );
  });

  test.each([
    ['', '"" is no port'],
    ['0:80', '0 is no port'],
    ['80:0', '0 is no port'],
    ['65536:80', '65536 is no port'],
    ['80:65536', '65536 is no port'],
    ['65535-65536:1-2', '65536 is no port'],
    ['080:80', '"080" is no port'],
    ['-1:80', '"-1" is no port'],
    ['80:', '"" is no port'],
    ['80 :80', '"80 " is no port'],
    ['http:80', '"http" is no port'],
    ['80:8000-8002', '80 has 1 ports and 8000-8002 has 3'],
    ['8002-8000:8002-8000', '8002-8000 runs backwards'],
    ['1-2-3:1-2-3', '"1-2-3" is no port'],
    ['80:80/sctp', '"/sctp" is no protocol'],
    ['80:80/', '"/" is no protocol'],
    ['80:80/tcp/udp', '"/tcp/udp" is no protocol'],
    ['1:2:3:4', 'it has too many colons'],
    ['localhost:80:80', '"localhost" is no address'],
    ['127.0.0.256:80:80', '"127.0.0.256" is no address'],
    [':80:80', '"" is no address'],
  ])('%j is refused', (text, why) => {
    expect(parsePort(text)).toMatchObject({ ok: false, why });
  });
});

test('a text without a port: what to write instead', () => {
  const next = 'use a number from 1 to 65535, or a range such as 8000-8002';
  expect(parsePort('')).toMatchObject({ ok: false, next });
});

test('ports that follow each other become one range, in whatever order they come', () => {
  const ports = [
    '8001:81',
    '8000:80',
    '8003:83',
    '8002:82/udp',
    '127.0.0.1:8002:82',
    '9:90',
    '8:9',
  ];
  const specs = ports.map((text) => {
    const parsed = parsePort(text);
    return parsed.ok ? expandPort(parsed.spec) : [];
  });
  expect(joinPorts(specs.flat()).map(formatPort)).toEqual([
    ...['8:9', '9:90', '8000-8001:80-81', '8003:83', '127.0.0.1:8002:82', '8002:82/udp'],
  ]);
});

test('joined ports are the ports that were joined', () => {
  const key = ({ ip, published, target, protocol }: PublishedPort): string =>
    `${ip} ${published} ${target} ${protocol}`;
  fc.assert(
    fc.property(fc.array(spec, { maxLength: 6 }), (specs) => {
      const ports = specs.flatMap(expandPort).slice(0, 2000);
      expect(joinPorts(ports).flatMap(expandPort).map(key).sort()).toEqual(ports.map(key).sort());
    }),
  );
});

test.each([
  ['0.0.0.0', '127.0.0.1', true],
  ['192.168.205.10', '0.0.0.0', true],
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '192.168.205.10', false],
])('sockets on %s and %s collide: %p', (a, b, collide) => {
  expect(addressesCollide(a, b)).toBe(collide);
});
