import type { ConfigModule, Resource } from './show';

/** What the parts of a project are made from. */
export interface Ground {
  readonly all: readonly Resource[];
  readonly configuration: ConfigModule | undefined;
  /** Keys of networks by their resource's address. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Names of the modules on the way to a module: of `module.a["x"].module.b` these are `a` and `b`. */
const pathOf = (module: string): string[] =>
  [...module.matchAll(/(?:^|\.)module\.([^.[]+)/g)].map(([, name = '']) => name);

const moduleAt = (root: ConfigModule | undefined, path: readonly string[]) =>
  path.reduce((module, name) => module?.module_calls?.[name]?.module, root);

/** How a resource is written; undefined in a state, which has no configuration. */
export function configOf(root: ConfigModule | undefined, { address, module }: Resource) {
  const own = address.slice(module === '' ? 0 : module.length + 1).replace(/\[.*$/s, '');
  return moduleAt(root, pathOf(module))?.resources?.find((one) => one.address === own);
}

/** What an expression refers to, as Terraform lists it. */
export function referencesOf(expression: unknown): string[] {
  const { references } = (expression ?? {}) as { readonly references?: unknown };
  return Array.isArray(references) ? references.filter((one) => typeof one === 'string') : [];
}

/**
 * The resources of a type that an expression refers to, also through variables and outputs of modules. Where a
 * resource has several instances, those with the asker's own key are meant.
 */
export function referred(
  root: ConfigModule | undefined,
  all: readonly Resource[],
  asker: Resource,
  expression: unknown,
  type: string,
): Resource[] {
  const found = [...declared(root, pathOf(asker.module), expression, type)];
  const [first] = found;
  if (first === undefined) return [];
  const alike = all.filter(
    (one) =>
      one.type === type && one.name === first.name && pathOf(one.module).join() === first.path,
  );
  const near = alike.filter(({ module }) => module === asker.module);
  const own = (near.length > 0 ? near : alike).filter(({ index }) => index === asker.index);
  return own.length > 0 ? own : near.length > 0 ? near : alike;
}

interface Declared {
  readonly path: string;
  readonly name: string;
}

/** Resources of a type by the module that declares them, and their name there. */
function* declared(
  root: ConfigModule | undefined,
  path: readonly string[],
  expression: unknown,
  type: string,
): Iterable<Declared> {
  for (const reference of referencesOf(expression)) {
    const [head = '', name = '', output = ''] = reference
      .replace(/^data\./, '')
      .replaceAll(/\[[^\]]*\]/g, '')
      .split('.');
    if (head === type) yield { path: path.join(), name };
    if (head === 'var' && path.length > 0) {
      const above = path.slice(0, -1);
      const call = moduleAt(root, above)?.module_calls?.[path[path.length - 1]!];
      yield* declared(root, above, call?.expressions?.[name], type);
    }
    if (head === 'module' && output !== '') {
      const below = [...path, name];
      yield* declared(root, below, moduleAt(root, below)?.outputs?.[output]?.expression, type);
    }
  }
}
