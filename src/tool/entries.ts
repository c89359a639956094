/** What the compiled tool can be run as; each is loaded when it is asked for. */
const ENTRIES: Readonly<Record<string, () => Promise<unknown>>> = {
  lab: () => import('../cli/main'),
  app: () => import('../../main'),
};

export const run = (entry: string): Promise<unknown> | undefined => ENTRIES[entry]?.();
