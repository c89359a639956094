import type { Finding, Path } from '../problems';
import type { TopologyListener } from '../topology';
import type { ContainerItem, Draft } from './draft';
import { phrase } from '../../text/text';

/** What listens: each port once in one network stack, pages by TCP only. */
export function* listeners({
  nodes,
  containers,
  services,
  containerNamed,
}: Draft): Iterable<Finding> {
  for (const { value, path } of [...nodes, ...services])
    yield* distinct(value.listens, path, new Map(), value.name);
  const stacks = new Map<ContainerItem, Map<string, string>>();
  for (const container of containers) {
    const { value, path, shares } = container;
    const owner = (shares === undefined ? undefined : containerNamed.get(shares)) ?? container;
    // Host mode is the node's stack: the rule for the node's ports compares all its users.
    const onHost = owner.mode === 'host';
    const used = (onHost ? undefined : stacks.get(owner)) ?? new Map<string, string>();
    if (!onHost) stacks.set(owner, used);
    yield* distinct(value.listens, path, used, value.name);
  }
}

function* distinct(
  listens: readonly TopologyListener[] | undefined,
  path: Path,
  used: Map<string, string>,
  name: string,
): Iterable<Finding> {
  for (const [index, { port, protocol = 'tcp', page }] of (listens ?? []).entries()) {
    const place = [...path, 'listens', index];
    const key = `${port}/${protocol}`;
    const other = used.get(key);
    if (other !== undefined) {
      yield {
        path: place,
        message:
          other === name
            ? phrase('{name} listens on {port} twice', { name, port: key })
            : phrase('{name} listens on {port}, and so does {other}, whose network it shares', {
                name,
                port: key,
                other,
              }),
        why: phrase('a port of a network stack has one listener'),
        next: phrase('choose another port, or leave one of them out'),
      };
    }
    used.set(key, name);
    if (page !== undefined && protocol !== 'tcp') {
      yield {
        path: [...place, 'page'],
        message: phrase('a page on {port}', { port: key }),
        why: phrase('a page is asked for over TCP'),
        next: phrase('leave the page out, or listen on tcp'),
      };
    }
  }
}
