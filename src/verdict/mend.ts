import type { Lab } from '../topology/lab';
import { shellQuote } from '../platform/shell';
import type { NodeState } from '../observe/state';
import { type Text, phrase } from '../text/text';

/** What mends a difference. */
export type Mend =
  /** A resource that differs in a way that Terraform's plan does not see is made anew: `TYPE.NAME`, of the topology. */
  | { readonly kind: 'replace'; readonly resource: string }
  /** Terraform's plan sees it. */
  | { readonly kind: 'deploy' }
  /** The nodes or their swarm are not as declared. */
  | { readonly kind: 'nodes-up' }
  /** What an engine makes only as it starts. */
  | { readonly kind: 'restart-engine'; readonly node: string; readonly argv: readonly string[] }
  /** @param container Docker's own name */
  | {
      readonly kind: 'container';
      readonly verb: 'restart' | 'unpause' | 'start';
      readonly node: string;
      readonly container: string;
    }
  /**
   * A command on an endpoint. What nobody declared is named and left alone: `declared` is true for what the lab itself
   * has set.
   */
  | {
      readonly kind: 'command';
      readonly on: string;
      readonly argv: readonly string[];
      readonly declared: boolean;
    };

/** What mends a difference that Terraform's plan sees. */
export const DEPLOY = 'npx cdktf deploy';

/** The words that restart an engine on its node, and that are back once it answers. */
export const restartEngine = ({ node, daemon }: NodeState): Mend => ({
  kind: 'restart-engine',
  node,
  argv:
    daemon.init === 'systemd'
      ? ['systemctl', 'restart', 'docker']
      : ['service', 'docker', 'restart'],
});

/** True for a node that is somebody's own host: nothing on it is restarted or set without them. */
const isRemote = (lab: Lab, node: string): boolean =>
  lab.nodes.find(({ name }) => name === node)?.backend === 'remote';

/** True where `lab repair` does it by itself. */
export function byRepair(lab: Lab, mend: Mend): boolean {
  switch (mend.kind) {
    case 'replace':
    case 'deploy':
    case 'nodes-up':
    case 'container':
      return true;
    case 'restart-engine':
      return !isRemote(lab, mend.node);
    case 'command':
      return mend.declared && !isRemote(lab, mend.on);
  }
}

/** The command that does it by hand, quoted for a shell; empty where there is none. */
export function byHand(lab: Lab, mend: Mend): string {
  const on = (endpoint: string, argv: readonly string[]): string =>
    shellQuote(['./lab', 'exec', endpoint, '--', ...argv]);
  switch (mend.kind) {
    case 'replace':
      // Only such a name is a resource's address: see stacks/naming.ts.
      return /^\w+\.[A-Za-z_][\w-]*$/.test(mend.resource)
        ? `terraform -chdir=cdktf.out/stacks/${lab.name} apply -replace=${mend.resource}`
        : '';
    case 'deploy':
      return DEPLOY;
    case 'nodes-up':
      return './lab nodes up';
    case 'restart-engine':
      return on(mend.node, mend.argv);
    case 'container':
      return on(mend.node, ['docker', mend.verb, mend.container]);
    case 'command':
      return on(mend.on, mend.argv);
  }
}

export interface Mending {
  readonly hint: Text;
  readonly mend: Mend;
}

/**
 * The parts of a verdict that say what mends it, and the sentence for a person.
 *
 * @param what happened
 */
export function mending(lab: Lab, what: Text, mend: Mend): Mending {
  const command = byHand(lab, mend);
  return { hint: phrase(HINTS[waysOf(lab, mend, command)], { what, command }), mend };
}

const HINTS = {
  repair: '{what}: ./lab repair',
  'repair-or-hand': '{what}: ./lab repair, or {command}',
  'engine-or-hand': '{what}: ./lab repair restarts its engine, or {command}',
  hand: '{what}: {command}',
} as const;

function waysOf(lab: Lab, mend: Mend, command: string): keyof typeof HINTS {
  if (!byRepair(lab, mend) || mend.kind === 'deploy' || mend.kind === 'nodes-up') return 'hand';
  if (mend.kind === 'restart-engine') return 'engine-or-hand';
  return command === '' ? 'repair' : 'repair-or-hand';
}
