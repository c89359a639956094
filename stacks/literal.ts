/** A text as Terraform must write it so that it stays what it is: `${` and `%{` are escaped. */
export const literal = (text: string): string =>
  text.replaceAll(/([$%])\{/g, (brace, sign: string) => sign + brace);
