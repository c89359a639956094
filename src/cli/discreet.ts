import { createHash } from 'node:crypto';
import type { Lab } from '../topology/lab';

/** Enough to tell a change, and too little to find the value. */
const DIGITS = 8;
const STANDS_FOR = new RegExp(`^sha256:[0-9a-f]{${DIGITS}}$`);

/**
 * A lab as it is written down: the values of its environments, which may be secrets, only by a digest. What was made
 * discreet already stays as it is.
 */
export const discreet = (lab: Lab): Lab => ({
  ...lab,
  containers: lab.containers.map(withoutValues),
  services: lab.services.map(withoutValues),
});

const withoutValues = <T extends { readonly environment: Readonly<Record<string, string>> }>(
  one: T,
): T => ({
  ...one,
  environment: Object.fromEntries(
    Object.entries(one.environment).map(([name, value]) => [name, digest(name, value)]),
  ),
});

const digest = (name: string, value: string): string =>
  STANDS_FOR.test(value)
    ? value
    : `sha256:${createHash('sha256').update(`${name}\0${value}`).digest('hex').slice(0, DIGITS)}`;
