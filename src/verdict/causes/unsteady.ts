import type { Fact } from '../../edges/statement-value';
import { isEdge } from '../result';
import { containerOf, runs } from '../../observe/state';
import { endsAgain, RUNNING, statusOf } from '../structure/containers';
import { difference, type FindCauses } from './cause';
import { endsOf } from './ends';

/** Containers that ended, or ended and were started again, while they were measured. */
export const unsteady: FindCauses = ({ lab, before, after }) =>
  lab.containers.flatMap(({ name, node }) => {
    const was = containerOf(before.get(node), name);
    const is = containerOf(after.get(node), name);
    if (!runs(was) || after.get(node)?.problem !== undefined) return [];
    if (is?.id === was.id && runs(is) && is.pid === was.pid) return [];
    const found: Fact =
      is?.id === was.id && runs(is) ? { fact: 'status', status: 'restarting' } : statusOf(is);
    return [
      {
        explains: (verdict) =>
          isEdge(verdict) ? endsOf(verdict).includes(name) : verdict.to === name,
        verdict: difference(lab, {
          to: name,
          statement: { kind: 'running', container: name },
          wanted: [RUNNING],
          found: [found],
          command: `./lab exec ${node} -- docker ps --all --filter name=${name}`,
          mending: { hint: endsAgain(node, is?.fullName ?? was.fullName ?? name) },
        }),
      },
    ];
  });
