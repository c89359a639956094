/** The releases of the Docker provider that a stack takes: those with `containers` of a network, before the next major. */
export const PROVIDER_VERSIONS = '>= 4.2.0, < 5.0.0';
