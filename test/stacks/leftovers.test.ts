import { NO_LEFTOVERS } from '../../stacks/leftovers';
import { labWith } from '../support/base-topology';
import { synthesised } from '../support/synthesis';

const lab = labWith(() => undefined);
const stackWith = (leftovers: Partial<typeof NO_LEFTOVERS>) =>
  synthesised(lab, undefined, { leftovers: { ...NO_LEFTOVERS, ...leftovers } });

interface Resource {
  readonly triggers_replace: Readonly<Record<string, string>>;
  readonly lifecycle?: {
    readonly ignore_changes?: readonly string[];
    readonly precondition?: readonly { readonly error_message: string }[];
  };
  readonly provisioner?: readonly { readonly 'local-exec': { readonly interpreter: string[] } }[];
  readonly depends_on?: readonly string[];
}

const resourceOf = (json: ReturnType<typeof synthesised>, type: string, name: string) =>
  json.resource[type]?.[name] as Resource | undefined;
const ADDRESS = 'terraform_data.leftovers';

describe('what an interrupted command left', () => {
  const found = ['container node1/web 0a1b', 'network node1/front 2c3d'];
  const json = stackWith({ found });

  it('is nowhere in a stack where there is nothing of it and never was', () => {
    expect(resourceOf(stackWith({}), 'terraform_data', 'leftovers')).toBeUndefined();
    expect(JSON.stringify(stackWith({}))).not.toContain('leftovers');
  });

  it('is removed before anything is made: all that stands on a node waits for it', () => {
    const all = Object.entries(json.resource).flatMap(([type, some]) =>
      Object.keys(some).map((name) => ({ type, name })),
    );
    const waiting = all.filter(({ type, name }) =>
      resourceOf(json, type, name)?.depends_on?.includes(ADDRESS),
    );
    const rest = all.filter((one) => !waiting.includes(one));
    expect(
      new Set(rest.map(({ type, name }) => `${type}.${name}`.replace(/(image\.|claims_).*/, '$1'))),
      // Claims order what others make, and make nothing themselves.
    ).toEqual(
      new Set(['docker_image.', 'terraform_data.check', 'terraform_data.claims_', ADDRESS]),
    );
    expect(waiting.length).toBeGreaterThan(lab.containers.length);
  });

  it('is named in the plan, and removed by the lab itself', () => {
    const resource = resourceOf(json, 'terraform_data', 'leftovers');
    expect(Object.values(resource?.triggers_replace ?? {})).toEqual(found);
    expect(resource?.lifecycle?.ignore_changes).toBeUndefined();
    const [provisioner] = resource?.provisioner ?? [];
    expect(provisioner?.['local-exec'].interpreter.at(-1)).toBe('remove-leftovers');
  });

  it('is no difference any more once it was removed', () => {
    const resource = resourceOf(stackWith({ healed: true }), 'terraform_data', 'leftovers');
    expect(resource?.lifecycle?.ignore_changes).toEqual(['triggers_replace']);
    expect(resource?.provisioner).toBeUndefined();
  });

  it('makes the network be measured again', () => {
    const check = resourceOf(json, 'terraform_data', 'check');
    expect(check?.triggers_replace[ADDRESS]).toBe(`\${${ADDRESS}.id}`);
  });

  it('is another matter when the same pairs break again later', () => {
    const at = (since: string) =>
      resourceOf(
        stackWith({ brokenPairs: [{ node: 'node1', since }] }),
        'terraform_data',
        'leftovers',
      )?.triggers_replace;
    expect(at('state 3')).not.toEqual(at('state 9'));
  });
});

describe('what stands in the way and is not the lab’s', () => {
  it('stops a plan with the command that takes it away, and nothing is removed', () => {
    const json = stackWith({ inTheWay: ['container web on node1 belongs to ${x}. Run "y".'] });
    const resource = resourceOf(json, 'terraform_data', 'leftovers');
    expect(resource?.lifecycle?.precondition?.[0]?.error_message).toBe(
      'container web on node1 belongs to $${x}. Run "y".',
    );
    expect(resource?.provisioner).toBeUndefined();
  });
});
