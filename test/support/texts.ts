import { english } from '../../src/text/tell';
import { isText } from '../../src/text/text';

/** In a test a text is its English sentence, wherever it is compared with one. */
const asTold = (value: unknown): unknown => (isText(value) ? english(value) : value);

type Tester = (one: unknown, other: unknown) => boolean | undefined;
type Matcher = { asymmetricMatch: (other: unknown) => boolean };
type Statics = typeof expect & { addEqualityTesters: (testers: readonly Tester[]) => void };

const original = expect as Statics;

original.addEqualityTesters([
  (one, other) =>
    (isText(one) && typeof other === 'string') || (isText(other) && typeof one === 'string')
      ? asTold(one) === asTold(other)
      : undefined,
]);

/** `stringContaining` and `stringMatching` of a text. */
const alsoOfTexts =
  <A extends readonly unknown[]>(make: (...args: A) => unknown) =>
  (...args: A): unknown => {
    const matcher = make(...args) as Matcher;
    const matches = matcher.asymmetricMatch.bind(matcher);
    matcher.asymmetricMatch = (other) => matches(asTold(other));
    return matcher;
  };

(globalThis as { expect?: unknown }).expect = Object.assign(
  (value: unknown) => original(asTold(value)),
  original,
  {
    stringContaining: alsoOfTexts((text: string) => original.stringContaining(text) as unknown),
    stringMatching: alsoOfTexts(
      (text: string | RegExp) => original.stringMatching(text) as unknown,
    ),
  },
);
