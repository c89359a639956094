import type { Series } from './rules';
import { BEFORE_28, SINCE_28, SINCE_28_IP6 } from './templates';
import { SINCE_29, SINCE_29_IP6 } from './templates-29';

/**
 * The firewall rules that an engine makes, by its series, as `iptables-save` prints them: measured on Debian's packages
 * 20.10.24, 26.1.5 and 28.5.2, and on 29.8.1, with the settings that an engine has by itself. What is not here is not expected.
 */
const SERIES: Readonly<Record<string, Series>> = {
  '20.10': { ip4: BEFORE_28 },
  '26.1': { ip4: BEFORE_28 },
  '28.5': { ip4: SINCE_28, ip6: SINCE_28_IP6 },
  '29.8': { ip4: SINCE_29, ip6: SINCE_29_IP6 },
};

/** The entry of an engine of this version, such as `26.1.5+dfsg1`. */
export const seriesOf = (version: string): Series | undefined =>
  SERIES[/^\d+\.\d+/.exec(version)?.[0] ?? ''];
