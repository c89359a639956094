import type { Rule } from '../problems';
import { claims } from './claims';
import type { Draft } from './draft';
import { modes } from './modes';
import { publishedTwice } from './node-ports';
import { references } from './references';
import { overlaps } from './subnets';

/** What an engine refuses too, whoever wrote the topology: a lab's own rules are stricter. */
export const FOREIGN_RULES: readonly Rule<Draft>[] = [
  references,
  overlaps,
  modes,
  publishedTwice,
  claims,
];
