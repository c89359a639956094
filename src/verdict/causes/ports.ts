import type { Container } from '../../topology/lab';
import { publishersOf } from '../../predict/prediction';
import { mending } from '../mend';
import { isEdge, type EdgeVerdict } from '../result';
import { containerOf, runs } from '../../observe/state';
import { difference, type Cause, type Evidence, type FindCauses } from './cause';
import { endsOf } from './ends';
import { phrase } from '../../text/text';

/** Published ports that their node does not hold for their container: nobody does, or somebody else. */
export const ports: FindCauses = (evidence) =>
  evidence.lab.containers.flatMap((container) => ofContainer(evidence, container));

const PROXY = 'docker-proxy';

const publishes = ({ prediction }: EdgeVerdict, name: string): boolean =>
  publishersOf(prediction).includes(name);

function ofContainer({ lab, after }: Evidence, container: Container): Cause[] {
  const { name, node, networking } = container;
  const state = after.get(node);
  if (state?.sockets === undefined || networking.mode !== 'bridge') return [];
  const real = containerOf(state, name);
  const holders = state.sockets.holders ?? [];
  return container.ports.flatMap(({ published, protocol }): Cause[] => {
    const own = holders.filter((one) => one.port === published && one.protocol === protocol);
    const other = own.find(({ command }) => command !== PROXY);
    const about = {
      to: name,
      statement: { kind: 'holds-port', node, port: published, protocol, container: name } as const,
      wanted: [PROXY],
      command: `./lab exec ${node} -- ss -lntup`,
    };
    if (other !== undefined && !runs(real)) {
      return [
        {
          explains: (verdict) =>
            isEdge(verdict)
              ? endsOf(verdict).includes(name)
              : verdict.statement.kind === 'running' && verdict.statement.container === name,
          verdict: difference(lab, {
            ...about,
            found: [{ fact: 'process', command: other.command, pid: other.pid }],
            mending: mending(
              lab,
              phrase(
                'port {port} of {node} is taken by {command} (process {pid}), so that {name} cannot start',
                {
                  port: `${published}/${protocol}`,
                  node,
                  command: other.command,
                  pid: other.pid,
                  name,
                },
              ),
              { kind: 'command', on: node, argv: ['kill', String(other.pid)], declared: false },
            ),
          }),
        },
      ];
    }
    // Told to do without, the engine starts no docker-proxy.
    if (own.length > 0 || !runs(real) || /userland-proxy/.test(state.daemon.settings)) return [];
    return [
      {
        explains: (verdict) => isEdge(verdict) && publishes(verdict, name),
        verdict: difference(lab, {
          ...about,
          found: [{ fact: 'nobody' }],
          mending: mending(lab, phrase('the docker-proxy of {name} has ended', { name }), {
            kind: 'container',
            verb: 'restart',
            node,
            container: real.fullName ?? name,
          }),
        }),
      },
    ];
  });
}
