import { isEdge } from '../result';
import { difference, type FindCauses } from './cause';
import { askedOf, declares } from './stack';
import { phrase } from '../../text/text';

/** Ports that are published without a word about what listens behind them, where something does. */
export const undeclared: FindCauses = ({ lab }, unexplained) => {
  const asked = unexplained
    .filter(isEdge)
    .filter(
      ({ prediction, found }) =>
        prediction.outcome !== 'reachable' && found?.outcome === 'reachable',
    )
    .flatMap((edge) => askedOf(lab, edge) ?? [])
    .filter(
      ({ container, port, protocol }) =>
        container.ports.some((one) => one.target === port && one.protocol === protocol) &&
        !declares(lab, container, port, protocol),
    );
  const places = new Map(asked.map((one) => [`${one.container.name} ${one.port}`, one]));
  return [...places.values()].map(({ container: { name }, port, protocol }) => {
    const listener =
      protocol === 'tcp' ? `{ port: ${port} }` : `{ port: ${port}, protocol: 'udp' }`;
    return {
      explains: (edge) => {
        const own = askedOf(lab, edge);
        return own?.container.name === name && own.port === port && own.protocol === protocol;
      },
      verdict: difference(lab, {
        to: name,
        statement: { kind: 'listens-declared', container: name },
        wanted: [{ fact: 'declared-listener', port, protocol }],
        found: [{ fact: 'undeclared-answer', port, protocol }],
        mending: {
          hint: phrase(
            'declare listens: write listens: [{listener}] for {name} in the topology, then ./lab up',
            { listener, name },
          ),
        },
      }),
    };
  });
};
