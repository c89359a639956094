import { allowsHost, checkAddress } from '../../../src/cli/report/guard';

const local = { host: '127.0.0.1', port: 4205 };

describe('where the live view listens', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1'])('is %s without being told', (host) => {
    expect(() => checkAddress({ host, port: 1 }, false)).not.toThrow();
  });

  it.each(['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.example.org', '', 'example.org'])(
    'is not %j unless told',
    (host) => {
      expect(() => checkAddress({ host, port: 1 }, false)).toThrow(/not a loopback address/);
      expect(() => checkAddress({ host, port: 1 }, true)).not.toThrow();
    },
  );
});

describe('the name that is asked for', () => {
  it.each(['127.0.0.1:4205', 'localhost:4205', '[::1]:4205'])('%s is its own', (header) => {
    expect(allowsHost(header, local, false)).toBe(true);
  });

  it.each([
    undefined,
    '',
    'attacker.example:4205',
    'localhost.attacker.example:4205',
    '127.0.0.1.attacker.example:4205',
    '127.0.0.1:80',
    '127.0.0.1',
    'localhost:4205:4205',
    '[::1',
    '192.168.1.2:4205',
  ])('%j is not', (header) => {
    expect(allowsHost(header, local, false)).toBe(false);
  });

  it('may be any address, but no foreign name, where others are let in', () => {
    const open = { host: '0.0.0.0', port: 4205 };
    expect(allowsHost('192.168.1.2:4205', open, true)).toBe(true);
    expect(allowsHost('attacker.example:4205', open, true)).toBe(false);
  });
});
