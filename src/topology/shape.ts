import * as z from 'zod';
import { quote, valueAt, type Finding, type Path } from './problems';
import { topologySchema, type Advice } from './schema';
import { suggest } from './suggest';
import { type Text, type Value, phrase, verbatim } from '../text/text';

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
            message: phrase('{list} has {count} elements', {
              list: quote(key),
              count: list.length,
            }),
            why: phrase(
              'a lab has at most {most} of a kind: a check asks everybody for everybody',
              { most: MOST },
            ),
            next: phrase('split it into several topologies'),
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
      const { message, why, next } = issue.params as unknown as Advice;
      return [{ path, message: message(issue.message), why, next }];
    }
    case 'unrecognized_keys': {
      const known = keysAt(topologySchema, path);
      return issue.keys.map((unknown) => ({
        path: [...path, unknown],
        message: phrase('unknown key {key}', { key: quote(unknown) }),
        why: phrase('a misspelt key would be ignored without a word'),
        next: suggest(unknown, known),
      }));
    }
    case 'invalid_value':
      return [
        {
          path,
          message: phrase('{value} is no {kind}', {
            value: quote(valueAt(input, path)),
            kind: path.at(-1) ?? 'value',
          }),
          why: phrase('only the values below are known'),
          next: phrase('write one of {values}', { values: issue.values.map(quote) }),
        },
      ];
    case 'too_small':
    case 'too_big':
      return [
        {
          path,
          message: phrase('{key} has not two elements', { key }),
          why: phrase('a veth pair has two ends'),
          next: phrase('write exactly two'),
        },
      ];
    case 'invalid_type': {
      const value = valueAt(input, path);
      const message =
        value === undefined
          ? phrase('{key} is missing', { key })
          : phrase('{key} must be {type}, not {other}', {
              key,
              type: TYPES[issue.expected] ?? issue.expected,
              other: typeName(value),
            });
      const next = phrase('give {type}, as src/topology/topology.ts describes', {
        type: TYPES[issue.expected] ?? issue.expected,
      });
      return [{ path, message, why: phrase('the lab cannot be made without it'), next }];
    }
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      return [
        {
          path,
          message: verbatim(issue.message),
          why: phrase('see src/topology/topology.ts'),
          next: phrase('change it'),
        },
      ];
  }
}

const TYPES: Readonly<Record<string, Text>> = {
  string: phrase('a text'),
  number: phrase('a number'),
  boolean: phrase('true or false'),
  array: phrase('a list'),
  tuple: phrase('a list of two'),
  object: phrase('an object'),
  record: phrase('an object'),
};

function typeName(value: unknown): Value {
  if (value === null) return 'null';
  if (Array.isArray(value)) return phrase('a list');
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  return TYPES[typeof value] ?? phrase('a {type}', { type: typeof value });
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
