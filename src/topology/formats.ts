import { isAddress, parseCidr } from './addresses';
import { parseSubnet6 } from './addresses6';
import { type Text, type Value, phrase } from '../text/text';

/** What a value in a topology must look like, and the words for one that does not. */
export interface Format<T> {
  readonly fits: (value: T) => boolean;
  /** That a value is none: `"a b" is no container name`. */
  readonly message: (value: Value) => Text;
  readonly why: Text;
  readonly next: Text;
}

const like =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const LONE_SURROGATE = /\p{Surrogate}/u;

// Everything that is a control character, so that a name or page cannot break a line of output.
const ONE_LINE = /^\P{Cc}{0,10000}$/u;

export const LAB_NAME: Format<string> = {
  fits: like(/^[a-z0-9][a-z0-9-]{0,39}$/),
  message: (value) => phrase('{value} is no lab name', { value }),
  why: phrase('the name is also that of the Terraform stack and of a folder'),
  next: phrase('use a to z, 0 to 9 and "-", at most 40 characters, a letter or digit first'),
};

export const CHAPTER_ID: Format<string> = {
  ...LAB_NAME,
  message: (value) => phrase('{value} is no chapter id', { value }),
  why: phrase('the id is used in file names, addresses and command lines'),
};

export const LINE: Format<string> = {
  fits: (text) => text.trim() !== '' && ONE_LINE.test(text),
  message: (value) => phrase('{value} is not one line of text', { value }),
  why: phrase('it is printed, and looked for, in one line'),
  next: phrase(
    'write one line of at most 10000 characters, without line breaks, tabs or other control characters',
  ),
};

export const NODE_NAME: Format<string> = {
  fits: like(/^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/),
  message: (value) => phrase('{value} is no node name', { value }),
  why: phrase("a node's name is its host name"),
  next: phrase('use a to z, 0 to 9 and "-", 2 to 63 characters, a letter or digit at both ends'),
};

export const CONTAINER_NAME: Format<string> = {
  // One character is refused by the engine; more than 63 cannot be looked up by DNS.
  fits: like(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,62}$/),
  message: (value) => phrase('{value} is no container name', { value }),
  why: phrase('Docker allows [a-zA-Z0-9][a-zA-Z0-9_.-]+, and DNS at most 63 characters'),
  next: phrase(
    'use letters, digits, "_", "." and "-", 2 to 63 characters, a letter or digit first',
  ),
};

export const SERVICE_NAME: Format<string> = {
  fits: like(/^(?=.{2,63}$)[a-zA-Z0-9]+(?:[-_]+[a-zA-Z0-9]+)*$/),
  message: (value) => phrase('{value} is no service name', { value }),
  why: phrase('a service is asked for by its name, and a swarm takes no other'),
  next: phrase('use letters and digits, "-" and "_" between them, 2 to 63 characters'),
};

export const REPLICAS: Format<number> = {
  fits: (count) => Number.isInteger(count) && count >= 1 && count <= 1000,
  message: (value) => phrase('{value} is no number of replicas', { value }),
  why: phrase('each replica is a container that is probed'),
  next: phrase('use a whole number from 1 to 1000'),
};

export const NETWORK_NAME: Format<string> = {
  fits: like(/^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}$/),
  message: (value) => phrase('{value} is no network name', { value }),
  why: phrase('the name must be safe on a command line and in a table'),
  next: phrase(
    'use letters, digits, "_", "." and "-", at most 63 characters, a letter or digit first',
  ),
};

export const ALIAS: Format<string> = {
  ...NETWORK_NAME,
  message: (value) => phrase('{value} is no alias', { value }),
  why: phrase('an alias is a name that other containers look up'),
};

export const HOSTNAME: Format<string> = {
  fits: like(/^(?=.{1,63}$)[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/),
  message: (value) => phrase('{value} is no hostname', { value }),
  why: phrase('Linux and DNS take letters, digits, "-" and ".", at most 63 of them'),
  next: phrase('use these, a letter or digit at both ends'),
};

export const NAMESPACE_NAME: Format<string> = {
  ...NETWORK_NAME,
  message: (value) => phrase('{value} is no namespace name', { value }),
  why: phrase('`ip netns` makes a file of this name'),
};

/**
 * Interfaces of a node, of its engine, and those that kernels add to every namespace; `all` and `default` are no names
 * to Linux.
 */
const THERE_ALREADY =
  /^(?:lo|eth\d+|en[opsx]\w+|docker0|docker_gwbridge|br-[0-9a-f]{12}|veth[0-9a-f]{7}|(?:tunl|gre|gretap|erspan|sit|ip6tnl|ip6gre|ip_vti|ip6_vti|dummy|ifb|teql|bond)\d|bonding_masters|all|default)$/;

export const INTERFACE_NAME: Format<string> = {
  fits: (text) => /^[a-zA-Z0-9][a-zA-Z0-9_.-]{0,14}$/.test(text) && !THERE_ALREADY.test(text),
  message: (value) => phrase('{value} is no interface name', { value }),
  why: phrase('Linux allows 15 characters, and lo, docker0 and eth0 are there already'),
  next: phrase('use letters, digits, "_", "." and "-", at most 15 characters, such as "veth-a"'),
};

export const ADDRESS: Format<string> = {
  fits: isAddress,
  message: (value) => phrase('{value} is no IPv4 address', { value }),
  why: phrase(
    'four numbers from 0 to 255 are expected, without leading zeros and without a prefix length',
  ),
  next: phrase('write an address such as "192.168.205.1"'),
};

export const INTERFACE_ADDRESS: Format<string> = {
  fits: (text) => parseCidr(text) !== undefined,
  message: (value) => phrase('{value} is no IPv4 address with a prefix length', { value }),
  why: phrase('the prefix length tells which other addresses are in the same network'),
  next: phrase('write an address such as "192.168.205.10/24"'),
};

export const SUBNET: Format<string> = {
  ...INTERFACE_ADDRESS,
  message: (value) => phrase('{value} is no IPv4 subnet', { value }),
  why: phrase('a subnet is an IPv4 address with a prefix length'),
  next: phrase('write a subnet such as "172.30.0.0/24"'),
};

export const SUBNET6: Format<string> = {
  fits: (text) => parseSubnet6(text) !== undefined,
  message: (value) => phrase('{value} is no IPv6 subnet', { value }),
  why: phrase('an IPv6 subnet is its first address with a prefix length'),
  next: phrase('write a subnet such as "fd00:1::/64"'),
};

export const VARIABLE: Format<string> = {
  fits: like(/^[A-Za-z_][A-Za-z0-9_]*$/),
  message: (value) => phrase('{value} is no environment variable name', { value }),
  why: phrase('programs and shells read letters, digits and "_" only'),
  next: phrase('use letters, digits and "_", not a digit first'),
};

export const WORD: Format<string> = {
  fits: (text) => !text.includes('\0') && !LONE_SURROGATE.test(text) && text === text.normalize(),
  message: (value) => phrase('{value} would not arrive as it is', { value }),
  why: phrase(
    'Linux ends a word at NUL, and Terraform changes halves of surrogate pairs and letters with separate accents (it normalises to NFC)',
  ),
  next: phrase('leave these characters out, or write text.normalize()'),
};

const PATH_PART = '[a-z0-9]+(?:(?:[.]|_|__|-+)[a-z0-9]+)*';
const REGISTRY =
  '(?:localhost|[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+|[a-zA-Z0-9-]+(?=:))(?::[0-9]{1,5})?';
const REFERENCE = new RegExp(
  `^(?:${REGISTRY}/)?${PATH_PART}(?:/${PATH_PART})*(?::[\\w][\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`,
);

export const IMAGE: Format<string> = {
  fits: (text) => text.length <= 255 && REFERENCE.test(text),
  message: (value) => phrase('{value} is no image reference', { value }),
  why: phrase(
    'Docker expects [REGISTRY/]REPOSITORY[:TAG][@sha256:DIGEST], the repository in lower case',
  ),
  next: phrase('write a reference such as "busybox:1.36"'),
};

export const PORT: Format<number> = {
  fits: (port) => Number.isInteger(port) && port >= 1 && port <= 65535,
  message: (value) => phrase('{value} is no port', { value }),
  why: phrase('ports are whole numbers from 1 to 65535'),
  next: phrase('use a number from 1 to 65535'),
};

export const MEMORY: Format<number> = {
  fits: (mebibytes) => Number.isInteger(mebibytes) && mebibytes >= 128 && mebibytes <= 2 ** 20,
  message: (value) => phrase('{value} is no amount of memory for a node', { value }),
  why: phrase(
    'memory is a whole number of MiB from 128, with less of which an engine starts no containers, to 1048576',
  ),
  next: phrase('write MiB, such as 1024'),
};

export const CPUS: Format<number> = {
  fits: (cpus) => cpus >= 0.1 && cpus <= 1024 && /^\d+(?:\.\d{1,2})?$/.test(String(cpus)),
  message: (value) => phrase('{value} is no number of CPUs', { value }),
  why: phrase('CPUs are a number from 0.1 to 1024 with at most two decimals'),
  next: phrase('write a number such as 1 or 0.5'),
};

export const SSH_HOST: Format<string> = {
  // No "-" first: ssh would take it for an option.
  fits: like(/^[A-Za-z0-9][\w.:-]*$/),
  message: (value) => phrase('{value} is no host for ssh', { value }),
  why: phrase('it becomes an argument of ssh'),
  next: phrase('write a host name, an address, or a name of ~/.ssh/config'),
};

export const SSH_USER: Format<string> = {
  fits: like(/^[A-Za-z_][\w.-]*$/),
  message: (value) => phrase('{value} is no user name', { value }),
  why: phrase('it becomes an argument of ssh'),
  next: phrase('use letters, digits, "_", "." and "-", a letter first'),
};

export const SSH_JUMP: Format<string> = {
  fits: like(
    /^(?:[A-Za-z_][\w.-]*@)?[A-Za-z0-9][\w.-]*(?::\d+)?(?:,(?:[A-Za-z_][\w.-]*@)?[A-Za-z0-9][\w.-]*(?::\d+)?)*$/,
  ),
  message: (value) => phrase('{value} is no jump host', { value }),
  why: phrase('it is what ssh takes as ProxyJump'),
  next: phrase('write "[user@]host[:port]", several with commas between them'),
};

export const SSH_FILE: Format<string> = {
  fits: (text) => text.trim() !== '' && !/["\p{Cc}]/u.test(text),
  message: (value) => phrase('{value} is no path of a key', { value }),
  why: phrase('it is written into a configuration of ssh, in one line and in quotes'),
  next: phrase('write a path such as "~/.ssh/id_ed25519"'),
};

export const FINGERPRINT: Format<string> = {
  fits: like(/^SHA256:[A-Za-z0-9+/]{43}$/),
  message: (value) => phrase('{value} is no fingerprint of a host key', { value }),
  why: phrase('keys are compared by the fingerprint that ssh-keygen -l prints'),
  next: phrase('write what this prints on the host: {command}', {
    command: 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub',
  }),
};

export const NETWORK_MODE: Format<string> = {
  fits: like(/^(?:bridge|host|none|container:.+)$/),
  message: (value) => phrase('{value} is no network mode', { value }),
  why: phrase(
    'a container has interfaces of its own (bridge), those of its node (host), only lo (none), or those of another container',
  ),
  next: phrase('write {text}', { text: '"bridge", "host", "none" or "container:NAME"' }),
};
