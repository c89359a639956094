import type { NamespacePair } from './lab';

/** Namespace pairs as the words that the script on a node is given, six a pair: `NAME INTERFACE ADDRESS/PREFIX`, twice. */
export const pairWords = (pairs: readonly NamespacePair[]): string =>
  pairs
    .flatMap(({ ends }) =>
      ends.flatMap((end) => [end.name, end.interface, `${end.address}/${end.prefix}`]),
    )
    .join(' ');
