import { place } from '../../src/observe/place';
import { statementId, type Statement } from '../../src/edges/statement';
import { structure } from '../../src/verdict/structure';
import { statementIn } from '../../src/i18n/catalogue';
import { articleLab, articleStates } from '../support/article';

const ids = structure(place(articleLab, articleStates())).map(({ statement }) => statement);

describe('the id of a statement', () => {
  it('is its kind and whom it is about, however it was written down', () => {
    const statement: Statement = { kind: 'attached', container: 'test2', network: 'test-bridge' };
    expect(statementId(statement)).toBe('attached test2 test-bridge');
    expect(statementId({ network: 'test-bridge', container: 'test2', kind: 'attached' })).toBe(
      statementId(statement),
    );
  });

  it('tells the statements of the article’s lab apart, and survives JSON', () => {
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids.map(statementId)).size).toBe(ids.length);
    expect(
      ids.map((statement) => statementId(JSON.parse(JSON.stringify(statement)) as Statement)),
    ).toEqual(ids.map(statementId));
  });
});

it.each(['en', 'zh'] as const)('a statement in %s names all that it is about', (language) => {
  for (const statement of ids) {
    const { kind, ...about } = statement;
    const text = statementIn(language, statement);
    for (const value of Object.values(about)) expect(text).toContain(String(value));
    expect(text).not.toMatch(new RegExp(`undefined|^${kind}$`));
  }
});
