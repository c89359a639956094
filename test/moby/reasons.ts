/** Set-ups of moby's tests that are refused here though an engine takes them, each with the reason. */
export const REASONS: Readonly<Record<string, string>> = {
  V30: 'an address of 0.0.0.0/24 only asks for a size; a declared subnet is a subnet',
  V31: 'a network of two addresses has no room beside the gateway’s',
  V33: 'a service without an overlay of its own has no replica that could be asked',
};
