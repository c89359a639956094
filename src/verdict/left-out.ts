import type { Lab } from '../topology/lab';
import type { StructureVerdict } from './result';
import { phrase } from '../text/text';

/** What is no part of the lab since nobody named a host for it. */
export const leftOut = ({ leftOut: hosts = [] }: Lab): StructureVerdict[] =>
  hosts.map(({ host, chapter, containers, why }) => ({
    status: 'skipped',
    kind: 'structure',
    chapter,
    statement: { kind: 'left-out', host, containers },
    wanted: [{ fact: 'named-host' }],
    detail: why,
    hint: phrase('name it in nodes.json (docs/nodes.md), then ./lab up'),
    to: host,
  }));
