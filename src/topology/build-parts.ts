import { canonical6 } from './addresses6';

/** As a part of an object that has a key only where there is a value. */
export const optional = <K extends string, V>(
  key: K,
  value: V | undefined | '',
): { readonly [P in K]?: V } =>
  value === undefined || value === '' ? {} : ({ [key]: value } as { readonly [P in K]: V });

/** An address as it is compared: of IPv6 the one canonical form. */
export const canonical = (address: string): string => canonical6(address) ?? address;

/** Names are compared without regard to capital letters. */
export const inSmallLetters = (names: Readonly<Record<string, string>> | undefined) =>
  names === undefined
    ? undefined
    : Object.fromEntries(
        Object.entries(names).map(([name, address]) => [name.toLowerCase(), canonical(address)]),
      );
