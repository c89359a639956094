import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** What a source says. */
export interface Said {
  /** Every text in it, phrases among them. */
  readonly literals: readonly string[];
  /** Lines on which something is told as the file is imported, before a language is chosen. */
  readonly early: readonly number[];
}

/** Files of ours that say something, but the languages themselves. */
export const sources = (): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !/^(test|src\/i18n\/\w+)\//.test(file));

export const saidIn = (file: string): Said => saidInText(readFileSync(join(ROOT, file), 'utf8'));

/** The same for a text. */
export function saidInText(text: string): Said {
  const source = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true);
  const texts: string[] = [];
  const early: number[] = [];
  const visit = (node: ts.Node, atStart: boolean): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (
      atStart &&
      ts.isCallExpression(node) &&
      /^(say|told|sayIfKnown)$/.test(node.expression.getText())
    ) {
      early.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    }
    const later = atStart && !ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, later));
  };
  visit(source, true);
  return { literals: texts, early };
}
