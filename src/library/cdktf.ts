import { Aspects, DataResource, dependable, TerraformResource, TerraformStack, Token } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { readClaim } from '../topology/claims';
import { english } from '../text/tell';

export interface ReachabilityCheckProps {
  /** What must hold: `never: outside -> db`, `always: web -> db:5432`. Containers by their names. */
  readonly claims: readonly string[];
  /** The engine of the containers: `engine` (as `docker ps` finds it), `unix://…` or `ssh://USER@HOST`. */
  readonly engine?: string;
  /** The words before `check`; default: `npx --no-install docker-network-lab`. */
  readonly command?: readonly [string, ...string[]];
}

/**
 * Proves after an apply that the network of a stack does what it must: real probes between its containers, once every
 * Docker resource of the stack is there. Where a claim is broken, or anything else is not as the engine is predicted,
 * the apply fails; Terraform marks the check as tainted, and the next apply measures again.
 *
 * @throws RangeError for a claim that cannot be read
 */
export class ReachabilityCheck extends Construct {
  constructor(scope: Construct, id: string, props: ReachabilityCheckProps) {
    super(scope, id);
    const { claims, engine = 'engine', command = COMMAND } = props;
    for (const claim of claims) {
      const read = readClaim(claim);
      if (!read.ok) throw new RangeError(`${claim}: ${english(read.why)}`);
    }
    const text = claims.join('\n').replaceAll(/([$%])\{/g, '$1$1{');
    const check = new DataResource(this, 'check', {
      provisioners: [
        {
          type: 'local-exec',
          interpreter: [...command, 'check'],
          // The last word of a local-exec is never empty.
          command: '--format=table',
          environment: { LAB_TOPOLOGY: engine, LAB_CLAIMS: text },
        },
      ],
    });
    const stack = TerraformStack.of(this);
    // Aspects come when the app has made all its resources.
    Aspects.of(stack).add({
      visit(node: IConstruct) {
        if (node !== check) return;
        const docker = dockerResources(stack);
        check.dependsOn = docker.map((one) => dependable(one));
        check.triggersReplace = {
          claims: text,
          ...Object.fromEntries(docker.map((one) => [one.node.path, idOf(one)])),
        };
      },
    });
  }
}

const COMMAND = ['npx', '--no-install', 'docker-network-lab'] as const;

const dockerResources = (stack: TerraformStack): TerraformResource[] =>
  stack.node
    .findAll()
    .filter((one): one is TerraformResource => TerraformResource.isTerraformResource(one))
    .filter(({ terraformResourceType }) => terraformResourceType.startsWith('docker_'));

const idOf = (resource: TerraformResource): string =>
  Token.asString(resource.interpolationForAttribute('id'));
