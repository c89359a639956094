/**
 * Name of an endpoint: a container's or node's own name, `netns:NAME` for a
 * network namespace, `outside` for the machine that runs the lab.
 */
export type EndpointId = string;

export type Protocol = 'tcp' | 'udp';
