import * as z from 'zod';
import { quote, valueAt, type Finding, type Path } from './problems';
import { topologySchema, type Advice } from './schema';
import { suggest } from './suggest';

/** What the schema says about an input. */
export interface Shape {
  readonly findings: readonly Finding[];
  /** Values that have not the type that rules rely on. */
  readonly untyped: readonly Path[];
}

/** Compares an input with the schema; finds every difference. */
export function examineShape(input: unknown): Shape {
  const long = tooLong(input);
  if (long.length > 0) return { findings: long, untyped: [[]] };
  const result = topologySchema.safeParse(input);
  const all = (result.error?.issues ?? []).flatMap((issue) => flatten(issue, [], input));
  // A misspelt key is why another one is missing.
  const issues = [...all.filter(isUnknownKey), ...all.filter((issue) => !isUnknownKey(issue))];
  return {
    findings: issues.flatMap((issue) => describe(issue, input)),
    untyped: issues
      .filter(({ code }) => code !== 'custom' && code !== 'unrecognized_keys')
      .map(({ path }) => path as Path),
  };
}

/** Elements of a list: a check asks everybody for everybody, and holds two million questions at most (docs/scale.md). */
const MOST = 2000;

/** Lists that are too long to be looked at. */
const tooLong = (input: unknown): Finding[] =>
  Object.entries(isObject(input) ? (input as object) : {}).flatMap(([key, list]) =>
    Array.isArray(list) && list.length > MOST
      ? [
          {
            path: [key],
            message: `${quote(key)} has ${list.length} elements`,
            why: `a lab has at most ${MOST} of a kind: a check asks everybody for everybody`,
            next: 'split it into several topologies',
          },
        ]
      : [],
  );

type Issue = z.core.$ZodIssue;

const isUnknownKey = ({ code }: Issue): boolean => code === 'unrecognized_keys';

/** Issues below unions and record keys come to the top, with whole paths. */
function flatten(issue: Issue, base: Path, input: unknown): Issue[] {
  const path = [...base, ...(issue.path as Path)];
  if (issue.code === 'invalid_union') {
    // Of `string | attachment`, a written object was meant as an attachment.
    const [first, last] = [issue.errors.at(0), issue.errors.at(-1)];
    const value = valueAt(input, path);
    const meant = isObject(value) ? last : first;
    return (meant ?? []).flatMap((inner) => flatten(inner, path, input));
  }
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ ...inner, path }));
  return [{ ...issue, path }];
}

function describe(issue: Issue, input: unknown): Finding[] {
  const path = issue.path as Path;
  const key = quote(path.at(-1) ?? 'topology');
  switch (issue.code) {
    case 'custom': {
      const { why, next } = issue.params as unknown as Advice;
      return [{ path, message: issue.message, why, next }];
    }
    case 'unrecognized_keys': {
      const known = keysAt(topologySchema, path);
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        message: `unknown key ${quote(unknown)}`,
        why: 'a misspelt key would be ignored without a word',
        next: suggest(unknown, known),
      }));
    }
    case 'invalid_value':
      return [
        {
          path,
          message: `${quote(valueAt(input, path))} is no ${path.at(-1)}`,
          why: 'only the values below are known',
          next: `write one of ${issue.values.map(quote).join(', ')}`,
        },
      ];
    case 'too_small':
    case 'too_big':
      return [
        {
          path,
          message: `${key} has not two elements`,
          why: 'a veth pair has two ends',
          next: 'write exactly two',
        },
      ];
    case 'invalid_type': {
      const value = valueAt(input, path);
      const message =
        value === undefined
          ? `${key} is missing`
          : `${key} must be ${TYPES[issue.expected] ?? issue.expected}, not ${typeName(value)}`;
      const next = `give ${TYPES[issue.expected] ?? issue.expected}, as model/topology.ts describes`;
      return [{ path, message, why: 'the lab cannot be made without it', next }];
    }
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return [{ path, message: issue.message, why: 'see model/topology.ts', next: 'change it' }];
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two',
  object: 'an object',
  record: 'an object',
};

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return TYPES[typeof value] ?? `a ${typeof value}`;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys that the schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: Path): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  const [key, ...rest] = path;
  if (schema instanceof z.ZodObject) {
    if (key === undefined) return Object.keys(schema.shape);
    const inner = (schema.shape as Readonly<Record<string, z.core.$ZodType>>)[key];
    return inner === undefined ? [] : keysAt(inner, rest);
  }
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodTuple) return keysAt(schema.def.items[0]!, rest);
  return [];
}
