import ipaddr from 'ipaddr.js';
import { isAddress, parseCidr } from './addresses';
import { canonical6, parseCidr6, parseSubnet6 } from './addresses6';
import { NETWORK_NAME, type Format } from './formats';
import { phrase } from '../text/text';

/** In place of an address: that of the node on its default bridge. */
export const HOST_GATEWAY = 'host-gateway';

const isAddress6 = (text: string): boolean => canonical6(text) !== undefined;

const isRange = (text: string): boolean => {
  const range = parseCidr(text);
  return range === undefined ? parseSubnet6(text) !== undefined : true;
};

export const ADDRESS6: Format<string> = {
  fits: isAddress6,
  message: (value) => phrase('{value} is no IPv6 address', { value }),
  why: phrase('an IPv6 address without a zone and without a prefix length is expected'),
  next: phrase('write an address such as "fd00:1::10"'),
};

export const INTERFACE_ADDRESS6: Format<string> = {
  fits: (text) => parseCidr6(text) !== undefined,
  message: (value) => phrase('{value} is no IPv6 address with a prefix length', { value }),
  why: phrase('the prefix length tells which other addresses are in the same network'),
  next: phrase('write an address such as "fd00:205::10/64"'),
};

export const FURTHER_ADDRESS: Format<string> = {
  fits: (text) => parseCidr(text) !== undefined || parseCidr6(text) !== undefined,
  message: (value) => phrase('{value} is no address with a prefix length', { value }),
  why: phrase('the prefix length tells which other addresses are in the same network'),
  next: phrase('write an address such as "192.168.205.110/24" or "fd00:205::10/64"'),
};

export const RANGE: Format<string> = {
  fits: isRange,
  message: (value) => phrase('{value} is no subnet', { value }),
  why: phrase('a subnet is its first address with a prefix length, of either family'),
  next: phrase('write a subnet such as "172.30.0.0/24" or "fd00:1::/64"'),
};

export const ANY_HOST: Format<string> = {
  fits: (text) => isAddress(text) || isAddress6(text),
  message: (value) => phrase('{value} is no address', { value }),
  why: phrase('an IPv4 or IPv6 address without a prefix length is expected'),
  next: phrase('write an address such as "192.168.205.1"'),
};

export const LINK_LOCAL: Format<string> = {
  fits: (text) =>
    (isAddress(text) || isAddress6(text)) && ipaddr.parse(text).range() === 'linkLocal',
  message: (value) => phrase('{value} is no link-local address', { value }),
  why: phrase('link-local addresses are those of 169.254.0.0/16 and fe80::/10'),
  next: phrase('write an address such as "169.254.7.7"'),
};

export const PORT_NAME: Format<string> = {
  fits: (text) =>
    /^[1-9]\d{0,4}(?:\/(?:tcp|udp))?$/.test(text) && Number.parseInt(text, 10) < 65536,
  message: (value) => phrase('{value} is no port with a protocol', { value }),
  why: phrase('Docker expects PORT or PORT/PROTOCOL'),
  next: phrase('write a port such as "80" or "53/udp"'),
};

export const EXTRA_HOST: Format<string> = {
  fits: (line) => {
    const [, name = '', address = ''] = /^([^:]+):(.+)$/.exec(line) ?? [];
    return (
      NETWORK_NAME.fits(name) &&
      (address === HOST_GATEWAY || isAddress(address) || isAddress6(address))
    );
  },
  message: (value) => phrase('{value} is no extra host', { value }),
  why: phrase('Docker expects NAME:ADDRESS, and host-gateway stands for the node'),
  next: phrase('write a line such as "db:10.0.0.5" or "host.docker.internal:host-gateway"'),
};

export const HOST_INTERFACE: Format<string> = {
  fits: (text) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$/.test(text),
  message: (value) => phrase('{value} is no interface name', { value }),
  why: phrase('Linux allows 15 characters'),
  next: phrase(
    'use the name of an interface of the node, such as "eth0", or a VLAN of it, "eth0.10"',
  ),
};

export const FWMARK: Format<string> = {
  fits: (text) =>
    /^(?:0x[0-9a-fA-F]{1,8}|\d{1,10})(?:\/(?:0x[0-9a-fA-F]{1,8}|\d{1,10}))?$/.test(text),
  message: (value) => phrase('{value} is no firewall mark', { value }),
  why: phrase('the engine expects MARK or MARK/MASK'),
  next: phrase('write a mark such as "0x2/0x3"'),
};

export const MARK: Format<number> = {
  fits: (mark) => Number.isInteger(mark) && mark >= 0 && mark < 2 ** 32,
  message: (value) => phrase('{value} is no firewall mark', { value }),
  why: phrase('a mark is a whole number of 32 bits'),
  next: phrase('write a number such as 2'),
};

export const SYSCTL: Format<string> = {
  fits: (text) => /^net\.[\w./-]{1,200}$/.test(text),
  message: (value) => phrase('{value} is no kernel parameter of a network namespace', { value }),
  why: phrase('the lab sets those that begin with net. only'),
  next: phrase('write a parameter such as "net.ipv6.conf.all.disable_ipv6"'),
};

export const DRIVER_OPTION: Format<string> = {
  fits: (text) => /^[\w.-]{1,200}$/.test(text),
  message: (value) => phrase('{value} is no option of a driver', { value }),
  why: phrase('options have names such as com.docker.network.endpoint.sysctls'),
  next: phrase('write the name of an option'),
};

export const PRIORITY: Format<number> = {
  fits: (priority) => Number.isInteger(priority) && Math.abs(priority) < 2 ** 31,
  message: (value) => phrase('{value} is no priority', { value }),
  why: phrase('a priority is a whole number of 32 bits'),
  next: phrase('write a number such as 1'),
};

export const POOL_SIZE: Format<number> = {
  fits: (size) => Number.isInteger(size) && size >= 1 && size <= 31,
  message: (value) => phrase('{value} is no size of a subnet', { value }),
  why: phrase('the size is the prefix length of each subnet of the pool'),
  next: phrase('write a prefix length such as 24'),
};
