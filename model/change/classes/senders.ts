import type { EndpointId } from '../../edge';
import type { Endpoint, Stack } from '../../predict/world';
import { token, type Token } from '../causes/cause';
import { hostKey, netKey } from './keys';
import type { Side } from './side';

/** An endpoint as a sender, on one side. */
export interface SideSender {
  /** Equal keys: the same answers from every target that is not the sender's own. */
  readonly key: string;
  /** Its container stack, its own or shared. */
  readonly stack: EndpointId | undefined;
  readonly tokens: readonly Token[];
}

export function senderOn({ contested }: Side, endpoint: Endpoint): SideSender {
  const { id, shares = 'own', stack } = endpoint;
  const tokens = [token.endpoint(id), token.endpoint(stack.id), ...stackTokens(stack)];
  switch (stack.kind) {
    case 'container': {
      const { node, interfaces, gateway, hosts } = stack;
      const nets = interfaces.map(({ net }) => netKey(net)).sort();
      const links = [...hosts].map(([alias, face]) => `${alias} ${face.stack.id}`);
      const alone = interfaces.some(({ ip, known }) => known && contested.has(ip)) ? id : '';
      const parts = [shares, hostKey(node), nets, gateway?.net.name, links, alone];
      return { key: parts.join('|'), stack: stack.id, tokens };
    }
    case 'node':
      return { key: `${shares}|${hostKey(stack)}`, stack: undefined, tokens };
    case 'namespace':
      return {
        key: `${id} ${stack.ip} ${stack.peer?.ip} ${hostKey(stack.node)}`,
        stack: undefined,
        tokens,
      };
    case 'outside':
      return { key: `${id} ${stack.ip}`, stack: undefined, tokens };
  }
}

function stackTokens(stack: Stack): Token[] {
  switch (stack.kind) {
    case 'container':
      return [
        token.node(stack.node.id),
        ...stack.interfaces.map(({ net }) => token.network(stack.node.id, net.name)),
      ];
    case 'node':
      return [token.node(stack.id)];
    case 'namespace':
      return [token.node(stack.node.id)];
    case 'outside':
      return [];
  }
}
