import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { remarkOf } from '../../cli/localise';

const ROOT = join(__dirname, '..', '..');

/** An English text for people in the sources; what is filled in is `{}`. */
export interface Written {
  /** `file:line`. */
  readonly where: string;
  readonly text: string;
}

/** Properties and functions by which errors, findings and progress are told. */
const PROPERTIES =
  /^(about|what|where|why|next|message|found|remedy|is|detail|text|subject|hint|cause|outsideProblem|problem)$/;
/** Functions whose results are such texts. */
const RETURNING = /^(why|hintFor|closedFromOutside)$|Remedy$/;
const FIRST_ARGUMENT =
  /^(LabError|InvalidArgumentError|step|progress|tell|announce|confirm|fail|refuse|none|description)$/;
const THIRD_ARGUMENT = /^twice$/;
const SECOND_ARGUMENT = /^(refuse|unknownState|option|argument|Option|Argument|addHelpText)$/;

/** Every text that the rooms write in English and that is translated where it is shown. */
export function written(): Written[] {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) =>
      /^(checks|cli|kit|model\/(rules|[a-z]+\.ts)|nodes|system|topologies)/.test(file),
    )
    .filter((file) => !file.startsWith('topologies/templates/'));
  return files.flatMap((file) => writtenIn(file, readFileSync(join(ROOT, file), 'utf8')));
}

/** The same for one text. */
export function writtenIn(file: string, text: string): Written[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Written[] = [];
  const add = (node: ts.Expression | undefined, before = ''): void => {
    if (node === undefined) return;
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const where = `${file}:${line + 1}`;
    for (const one of texts(node, source)) {
      const inHelp =
        ts.isCallExpression(node.parent) && /addHelpText$/.test(node.parent.expression.getText());
      for (const part of one.split('\n'))
        found.push({ where, text: before + (inHelp ? remarkOf(part).remark : part) });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && PROPERTIES.test(node.name.getText())) {
      add(node.initializer, node.name.getText() === 'is' ? '{} ' : '');
    } else if (ts.isShorthandPropertyAssignment(node) && PROPERTIES.test(node.name.text)) {
      add(node.name);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText().replace(/^.*\./s, '');
      if (FIRST_ARGUMENT.test(called)) add(node.arguments?.[0]);
      if (SECOND_ARGUMENT.test(called)) add(node.arguments?.[1]);
      if (ts.isIdentifier(node.expression) && /^replace(Resource)?$/.test(called))
        add(node.arguments?.[1]);
      if (THIRD_ARGUMENT.test(called)) add(node.arguments?.[2]);
    }
    if (
      (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) &&
      RETURNING.test(node.name?.getText() ?? '')
    ) {
      for (const one of returned(node)) add(one);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ text: one }) => isForPeople(one));
}

/** Commands, paths and numbers are the same in every language. */
const isForPeople = (text: string): boolean =>
  /[A-Za-z]{2,} [A-Za-z{]|^[A-Za-z]{3,}$/.test(text) && !COMMAND.test(text);

const COMMAND =
  /^(\.\/lab [\w {}|.=-]+|npx .*|(docker|go|sudo|df|journalctl|apt-get|terraform|debootstrap) [\w{} -]*|dockerd|--\w+|https:.*|Node\.js \{\}|Docker Engine \{\}|Go \{\}|Debian \{\})$/;

function texts(node: ts.Expression, source: ts.SourceFile): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) {
    const whole =
      node.head.text +
      node.templateSpans
        .map(({ expression, literal }) => {
          const isConstant = ts.isIdentifier(expression) && /^[A-Z_]+$/.test(expression.text);
          const [known] = isConstant ? constant(expression.text, source) : [];
          return `${known ?? '{}'}${literal.text}`;
        })
        .join('');
    return [whole];
  }
  if (ts.isParenthesizedExpression(node)) return texts(node.expression, source);
  if (ts.isConditionalExpression(node)) {
    return [...texts(node.whenTrue, source), ...texts(node.whenFalse, source)];
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const either =
      kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
    const [left, right] = [texts(node.left, source), texts(node.right, source)];
    if (either) return [...left, ...right];
    // A sum: what is not known beforehand is filled in.
    return [`${left[0] ?? '{}'}${right[0] ?? '{}'}`];
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) ? texts(one.initializer, source) : [],
    );
  }
  if (ts.isElementAccessExpression(node)) return texts(node.expression, source);
  return ts.isIdentifier(node) ? constant(node.text, source) : [];
}

/** What a function, or the function that a constant is, gives back. */
function returned(node: ts.Node): ts.Expression[] {
  const found: ts.Expression[] = [];
  const visit = (one: ts.Node): void => {
    if (ts.isReturnStatement(one) && one.expression !== undefined) found.push(one.expression);
    if (ts.isArrowFunction(one) && !ts.isBlock(one.body)) found.push(one.body);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return found;
}

function constant(name: string, source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.name.text === name &&
      node.initializer !== undefined
    ) {
      found.push(...texts(node.initializer, source));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
