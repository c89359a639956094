/** Controls of a terminal, those of C1 among them, and what turns the direction of text; not line break and tab. */
const HARMFUL =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that a terminal shows and does not obey: what is harmful is shown as its number, such as `\\u001b`. */
export const harmless = (text: string): string =>
  text.replaceAll(HARMFUL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Characters of a line that a person reads. */
const LONGEST = 1000;

/** Each line of a text as far as a person reads it. */
export const readableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST)}...` : line))
    .join('\n');

/** As `harmless`, but for what switches colours, where the text has some of ours. */
export const harmlessIn = (text: string, colors: boolean): string =>
  colors
    ? text
        // eslint-disable-next-line no-control-regex
        .split(/(\u001b\[\d{1,2}m)/)
        .map((part, index) => (index % 2 === 1 ? part : harmless(part)))
        .join('')
    : harmless(text);
