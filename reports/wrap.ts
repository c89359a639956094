/**
 * Breaks a text into lines at spaces. A word that is longer than a line stays whole.
 *
 * @param width columns of the first line
 * @param indent put before every line but the first
 * @param full columns of the other lines, their indent included; default: `width`
 */
export function wrap(text: string, width: number, indent: string, full = width): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const room = lines.length === 0 ? width : full - indent.length;
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
