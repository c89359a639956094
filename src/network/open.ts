import { netsOf, type ContainerStack, type Host, type World } from './world';

/** Writes what the source does not say to what it is about. */
export function leaveOpen(world: World): void {
  for (const one of world.lab.unsaid ?? []) {
    switch (one.kind) {
      case 'external-network':
      case 'driver': {
        const net = netsOf(world).find(({ name }) => name === one.network);
        if (net !== undefined) net.unsaid = one;
        if (one.kind === 'driver') break;
        stackOf(world, one.members)?.unsaid.push(one);
        for (const names of netsOf(world).map((each) => each.names))
          names.delete(one.members.toLowerCase());
        hostOf(world, one.node)?.unsaid.push(one);
        break;
      }
      case 'host-listeners':
      case 'host-services':
      case 'placement':
      case 'port-range':
      case 'host-address':
        hostOf(world, one.node)?.unsaid.push(one);
        break;
      case 'listeners':
      case 'own-firewall':
      case 'foreign-stack':
      case 'extra-host':
        stackOf(world, one.container)?.unsaid.push(one);
        break;
      case 'chosen-port':
      case 'option':
      case 'left-out':
        break;
    }
  }
}

const hostOf = ({ hosts }: World, name: string): Host | undefined =>
  hosts.find(({ id }) => id === name);

function stackOf({ endpoints }: World, name: string): ContainerStack | undefined {
  const stack = endpoints.get(name)?.stack;
  return stack?.kind === 'container' ? stack : undefined;
}
