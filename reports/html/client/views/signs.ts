/** Classes of the matrix's signs in the style sheet. */
export const CLASSES: Readonly<Record<string, string>> = {
  '+': 'all',
  '~': 'some',
  '-': 'no',
  '!': 'wrong',
  '?': 'unknown',
};
/** Signs as they are shown: the minus of the same width as the plus. */
export const SHOWN: Readonly<Record<string, string>> = {
  '+': '+',
  '~': '~',
  '-': '−',
  '!': '!',
  '?': '?',
};
