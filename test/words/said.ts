import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

/** A place in the sources where something is said. */
export interface Said {
  /** `file:line`. */
  readonly where: string;
  readonly phrases: readonly string[];
  /** Evaluated when the file is imported, before a language is chosen. */
  readonly early: boolean;
}

/** Every call of `say` in the sources. */
export const said = (): Said[] => sources().flatMap(saidIn);

const sources = (): string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && !/^(test|words)\//.test(file));

function saidIn(file: string): Said[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return /words\/say'/.test(text) ? saidInText(file, text) : [];
}

/** Every call of `say` in a text. */
export function saidInText(file: string, text: string): Said[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Said[] = [];
  const visit = (node: ts.Node, early: boolean): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'say') {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const [first] = node.arguments;
      found.push({
        where: `${file}:${line + 1}`,
        phrases: first === undefined ? [] : literals(first, source),
        early,
      });
    }
    const later = early && !ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, later));
  };
  visit(source, true);
  return found;
}

/** The texts that an expression may be: a literal, either side of a choice, or a constant of the file. */
function literals(node: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    return literals(node.expression, source);
  }
  if (ts.isConditionalExpression(node)) {
    return [...literals(node.whenTrue, source), ...literals(node.whenFalse, source)];
  }
  const root = ts.isIdentifier(node)
    ? node.text
    : (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) &&
        ts.isIdentifier(node.expression)
      ? node.expression.text
      : undefined;
  return root === undefined ? [] : constant(root, source);
}

/** Every text in the constant of that name, which may be a table. */
function constant(name: string, source: ts.SourceFile): string[] {
  const texts: string[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && !ts.isLiteralTypeNode(node.parent)) texts.push(node.text);
    ts.forEachChild(node, collect);
  };
  const find = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name &&
      node.initializer !== undefined
    ) {
      collect(node.initializer);
    }
    ts.forEachChild(node, find);
  };
  find(source);
  return texts;
}
