import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectations } from '../../src/edges/expectations';
import { reasonIn } from '../../src/i18n/catalogue';
import { reasons as catalogue } from '../../src/i18n/en/reasons';
import { article } from './article';

const text = readFileSync(join(__dirname, '../../docs/reachability.md'), 'utf8');
const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);

describe('docs/reachability.md', () => {
  it('has a section for each rule, and none for another', () => {
    expect([...headings].sort()).toEqual(Object.keys(catalogue).sort());
  });

  it('explains every reason of the article’s lab', () => {
    for (const { edge, prediction } of expectations(article)) {
      const { reasons } = prediction;
      expect(reasons.length).toBeGreaterThan(0);
      for (const reason of reasons) {
        const { rule } = reason;
        const words = reasonIn('en', reason);
        expect({ edge, rule, known: headings.includes(rule) }).toEqual({ edge, rule, known: true });
        expect(words).not.toBe('');
        expect(words).not.toMatch(/undefined|\[object/);
      }
    }
  });
});
