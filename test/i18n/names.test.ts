import { tell } from '../../src/text/tell';
import { LANGUAGES, type Language } from '../../src/i18n/languages';
import { tongueOf } from '../../src/i18n/tongue';
import { TopologyError } from '../../src/topology/problems';
import type { Topology } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { baseTopology } from '../support/base-topology';

/** Names that the tool has translations of as words. */
const WORDS = ['running', 'paused', 'isolation', 'container', 'network', 'timeout', 'service'];

/** What is said of a topology that is wrong in several ways about things of that name. */
function said(language: Language, name: string): string[] {
  const base = baseTopology();
  const wrong: Topology = {
    ...base,
    networks: [...(base.networks ?? []), { name, node: name }],
    containers: [
      ...(base.containers ?? []),
      { name, node: base.nodes[0]!.name, image: 'a b', networks: [`${name}-net`, name, name] },
      { name, node: name, image: 'busybox:1.36', networkMode: `container:${name}`, ports: [name] },
    ],
  };
  try {
    validate(wrong, 'names.ts');
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    return error.problems.flatMap(({ message, why, next }) =>
      [message, why, next].map((one) => tell(one, tongueOf(language))),
    );
  }
  return [];
}

test.each(Object.keys(LANGUAGES) as Language[])(
  'in %s a name that is a word stays a name in errors',
  (language) => {
    const neutral = said(language, 'qqqq');
    expect(neutral.filter((text) => text.includes('qqqq')).length).toBeGreaterThan(5);
    for (const word of WORDS) {
      expect(said(language, word)).toEqual(neutral.map((text) => text.replaceAll('qqqq', word)));
    }
  },
);
