import type { EndpointId } from '../topology/edge';
import type { Protocol } from '../topology/lab';

/** Statements that say nothing but whom they are about; each kind is a member of the union of its own. */
type About<K extends string, P extends string> = K extends string
  ? Readonly<{ kind: K } & Record<P, string>>
  : never;

/** What must hold on the nodes beside the edges: one kind a check of structure, and one a cause. */
export type Statement =
  /** What a person wrote down, as it was written. */
  | About<'claim', 'text'>
  /** Of a node. */
  | About<'node-answers' | 'node-forwards' | 'engine-networks' | 'engine-rules', 'node'>
  | About<'node-address', 'node' | 'address'>
  | About<'swarm-manager', 'node'>
  | About<'swarm-member', 'node' | 'manager'>
  | { readonly kind: 'left-out'; readonly host: string; readonly containers: readonly string[] }
  /** Of a network. */
  | { readonly kind: 'network-exists'; readonly network: string; readonly node?: string }
  | About<'network-declared', 'network'>
  | About<'network-members', 'network' | 'node'>
  | About<'bridge-up' | 'bridge-mtu', 'bridge' | 'node'>
  | About<'bridge-route', 'node' | 'subnet' | 'bridge'>
  /** `name` is the network's, where the bridge does not tell. */
  | {
      readonly kind: 'bridge-port';
      readonly bridge: string;
      readonly name?: string;
      readonly node: string;
      readonly container: string;
    }
  /** Of a service. */
  | About<'service-runs' | 'service-declared', 'service'>
  /** Of a container. */
  | About<
      | 'running'
      | 'labelled'
      | 'own-namespace'
      | 'only-loopback'
      | 'name-server'
      | 'own-hosts-lines'
      | 'no-other-hosts-lines'
      | 'attached-to-nothing-else'
      | 'publishes-nothing'
      | 'publishes'
      | 'listens-declared'
      | 'page',
      'container'
    >
  | About<'shared-namespace', 'container' | 'owner'>
  | About<'node-interfaces' | 'node-hostname' | 'container-rules', 'container' | 'node'>
  | About<'hosts-link', 'container' | 'target'>
  | About<'attached' | 'static-address' | 'aliases' | 'mac-address', 'container' | 'network'>
  | {
      readonly kind: 'interface';
      readonly container: string;
      readonly network: string;
      readonly subnet?: string;
    }
  /** `through` is the bridge of the default network, or another network's name; undefined for none. */
  | { readonly kind: 'default-gateway'; readonly container: string; readonly through?: string }
  | (AtPort & {
      readonly kind: 'translation';
      readonly node: string;
      readonly ip: string;
      readonly container: string;
    })
  | (AtPort & { readonly kind: 'holds-port'; readonly node: string; readonly container: string })
  /** Of whatever has a network namespace. */
  | About<'namespace-interface', 'namespace' | 'node' | 'interface'>
  | (AtPort & { readonly kind: 'listens'; readonly endpoint: EndpointId })
  | About<
      | 'neighbours'
      | 'processes-run'
      | 'loopback-up'
      | 'echo-replies'
      | 'name-server-rules'
      | 'no-dead-route'
      | 'no-dropping-table',
      'endpoint'
    >
  | (Ruled & { readonly kind: 'no-rule'; readonly rule: string })
  | (Ruled & { readonly kind: 'accepting-policy'; readonly chain: string });

interface AtPort {
  readonly port: number;
  readonly protocol: Protocol;
}

interface Ruled {
  readonly endpoint: EndpointId;
  readonly table: string;
  readonly family: 'ip4' | 'ip6';
}

/** What a statement is known by: its kind and, in the order of their names, its parameters: `attached test2 test-bridge`. */
export function statementId({ kind, ...parameters }: Statement): string {
  const about = parameters as Readonly<Record<string, string | number | readonly string[]>>;
  const names = Object.keys(about).sort();
  return [kind, ...names.flatMap((name) => about[name])].join(' ');
}
