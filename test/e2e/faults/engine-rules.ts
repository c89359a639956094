import { iptables, one, type Fault } from './fault';

/** Whatever passes node 1, or comes from what is on it. */
const ANY = /./;
/** What an engine that starts anew, and the swarm on it, bring about for a moment. */
const ALSO = /Docker's rules for|translates|swarm|overlay|test5/;

const CAUSE = /^e2e-node1 has Docker's chains and rules$/;
const CHAINS = /^Docker's chains are gone on e2e-node1: /;
const RULE = /^a rule of Docker's is gone on e2e-node1: /;

const table = (name: string, ...argv: readonly string[]) => iptables('-t', name, ...argv);

const lost = (name: string, inject: Fault['inject'], more: Partial<Fault> = {}): Fault => ({
  name,
  inject,
  heal: [],
  only: ANY,
  structure: [CAUSE],
  also: ALSO,
  cause: CAUSE,
  named: true,
  ...more,
});

/** One rule taken away, of those that an engine makes before 28. */
const without = (rule: string, name = 'filter'): Fault =>
  lost(`${name} ${rule} taken away`, [table(name, '-D', ...rule.split(' '))], {
    hint: RULE,
    named: 'by hand',
    // Its containers may get other addresses, and a link has the one of before.
    then: 'repair',
  });

const ESTABLISHED = '-m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT';

export const engineRules: readonly Fault[] = [
  lost('the address translation flushed', [table('nat', '-F')], {
    hint: /^\d+ rules of Docker's are gone on e2e-node1: \.\/lab repair restarts its engine, or /,
    ci: true,
  }),
  lost(
    'the address translation flushed, its chains deleted',
    [table('nat', '-F'), table('nat', '-X')],
    { hint: CHAINS },
  ),
  lost('the filter flushed, its chains deleted', [iptables('-F'), iptables('-X')], {
    hint: CHAINS,
    ci: true,
  }),
  lost(
    'every rule of iptables gone, as after a restart of firewalld',
    [...['filter', 'nat'].flatMap((name) => [table(name, '-F'), table(name, '-X')])],
    { hint: CHAINS },
  ),
  lost('the whole ruleset of the kernel flushed', [one('nft', 'flush', 'ruleset')], {
    hint: CHAINS,
  }),
  without('PREROUTING -m addrtype --dst-type LOCAL -j DOCKER', 'nat'),
  without('OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER', 'nat'),
  without('DOCKER -i docker0 -j RETURN', 'nat'),
  without('FORWARD -j DOCKER-USER'),
  without(`FORWARD -o docker0 ${ESTABLISHED}`),
  without('FORWARD -o docker0 -j DOCKER'),
  without('FORWARD -i docker0 ! -o docker0 -j ACCEPT'),
  without('FORWARD -i docker0 -o docker0 -j ACCEPT'),
  without('FORWARD -i docker_gwbridge -o docker_gwbridge -j DROP'),
  without('DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2'),
  { ...without('DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP'), ci: true },
  {
    name: 'the ACCEPT of the published port taken away',
    inject: [
      one(
        'sh',
        '-ec',
        "iptables -w -D $(iptables -w -S DOCKER | sed -n 's/^-A \\(.*--dport 80 -j ACCEPT\\)$/\\1/p')",
      ),
    ],
    heal: [],
    structure: [/^e2e-node1 has Docker's rules for web-port$/],
    cause: /^e2e-node1 has Docker's rules for web-port$/,
    named: true,
  },
];
