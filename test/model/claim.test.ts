import { claimId, type Claim } from '../../model/claim';
import { structure } from '../../checks/structure';
import { claimIn } from '../../words/catalogue';
import { articleLab, articleStates } from '../support/article';

const ids = structure(articleLab, articleStates()).map(({ claim }) => claim);

describe('the id of a claim', () => {
  it('is its kind and whom it is about, however it was written down', () => {
    const claim: Claim = { kind: 'attached', container: 'test2', network: 'test-bridge' };
    expect(claimId(claim)).toBe('attached test2 test-bridge');
    expect(claimId({ network: 'test-bridge', container: 'test2', kind: 'attached' })).toBe(
      claimId(claim),
    );
  });

  it('tells the claims of the article’s lab apart, and survives JSON', () => {
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids.map(claimId)).size).toBe(ids.length);
    expect(ids.map((claim) => claimId(JSON.parse(JSON.stringify(claim)) as Claim))).toEqual(
      ids.map(claimId),
    );
  });
});

it.each(['en', 'zh'] as const)('a claim in %s names all that it is about', (language) => {
  for (const claim of ids) {
    const { kind, ...about } = claim;
    const text = claimIn(language, claim);
    for (const value of Object.values(about)) expect(text).toContain(String(value));
    expect(text).not.toMatch(new RegExp(`undefined|^${kind}$`));
  }
});
