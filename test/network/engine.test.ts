import { engineNumber, isBeyondKnown } from '../../src/topology/engines';
import {
  answersWithoutCarrier,
  filtersIpv6,
  proxyKeepsUdpAddress,
  rewritesBetweenBridges,
  routesOutOfInternal,
} from '../../src/network/engine';

describe('what depends on the engine', () => {
  it.each([
    ['a default route out of internal networks', routesOutOfInternal, '25.0.0', false],
    ['rules for IPv6', filtersIpv6, '27.0.1', true],
    ['bridges that have their IPv6 address at once', answersWithoutCarrier, '28.0.0', true],
    ['a proxy that keeps the address of a datagram', proxyKeepsUdpAddress, '28.0.0', true],
    ['packets rewritten from bridge to bridge', rewritesBetweenBridges, '29.0.0', true],
  ])('%s: changes with its version', (_what, holds, version, from) => {
    const [major = ''] = version.split('.');
    expect(holds(engineNumber(version))).toBe(from);
    expect(holds(engineNumber(`${Number(major) - 1}.9.3+dfsg1`))).toBe(!from);
    expect(holds(engineNumber(`${Number(major) + 1}.0.0`))).toBe(from);
  });

  it('is told by major and minor', () => {
    expect(engineNumber('20.10.24+dfsg1')).toBe(2010);
    expect(engineNumber('28')).toBe(2800);
  });

  it('is taken to be that of the newest known series, where nobody has measured it yet', () => {
    expect(isBeyondKnown('29.99.1')).toBe(false);
    expect(isBeyondKnown('30.0.0-rc.1')).toBe(true);
  });
});
