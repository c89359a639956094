/**
 * A text as Terraform must write it so that it stays what it is: `${` and `%{` are escaped, and what cdktf would take
 * for a reference of its own is taken apart.
 */
export const literal = (text: string): string =>
  text
    .replaceAll(/([$%])\{/g, (brace, sign: string) => sign + brace)
    .replaceAll('TfToken[', 'Tf${"Token"}[');
