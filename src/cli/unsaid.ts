import type { Edge } from '../topology/edge';
import { receiverOf } from '../topology/edge';
import type { Unsaid } from '../topology/unsaid';
import { unsaidIn } from '../i18n/catalogue';
import { language, say } from '../i18n/say';
import type { Context } from './context';

const SHOWN = 12;

/** What the source does not say, a line each; of listeners only the outcomes speak. */
export function tellUnsaid({ lab, io }: Context, about: readonly Edge[] | undefined): void {
  const ends = new Set(about?.flatMap((edge) => [edge.from, receiverOf(edge)]));
  const lines = (lab.unsaid ?? [])
    .filter((one) => !isTold(one) && (about === undefined || concerns(one, ends)))
    .map((one) => unsaidIn(language(), one));
  const all = [...new Set(lines)];
  if (all.length === 0) return;
  io.remark(say('Not said there:'));
  for (const line of all.slice(0, SHOWN)) io.remark(`  ${line}`);
  if (all.length > SHOWN) io.remark(`  ${say('... and {n} more', { n: all.length - SHOWN })}`);
}

/** Outcomes speak of listeners, and a line of /etc/hosts for the node is as good as said. */
const isTold = (one: Unsaid): boolean =>
  one.kind === 'listeners' || (one.kind === 'extra-host' && one.address === 'host-gateway');

const concerns = (one: Unsaid, ends: ReadonlySet<string>): boolean =>
  'container' in one ? ends.has(one.container) || ('node' in one && ends.has(one.node)) : true;
