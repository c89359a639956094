import type { Command } from 'commander';

/** A verb of the command line. */
export interface Verb {
  readonly name: string;
  readonly about: string;
  /** A step of an apply, not for people. */
  readonly hidden?: true;
  /** What it takes and does, loaded when it is asked for. */
  readonly load: () => Promise<{ readonly register: (command: Command) => void }>;
}

/** In the order of the help. */
export const VERBS: readonly Verb[] = [
  {
    name: 'up',
    about: 'bring the nodes up, deploy the lab and prove every line of it',
    load: () => import('./up'),
  },
  {
    name: 'check',
    about: 'measure who can reach whom on the running lab and compare with the topology',
    load: () => import('./check'),
  },
  {
    name: 'matrix',
    about: 'measure every edge and show predicted against measured, endpoints as rows and columns',
    load: () => import('./matrix'),
  },
  {
    name: 'diff',
    about: "show what a deploy would change: Terraform's plan, and who can reach whom",
    load: () => import('./diff'),
  },
  {
    name: 'down',
    about: 'remove the nodes with everything on them, their network and the state',
    load: () => import('./down'),
  },
  {
    name: 'status',
    about: 'show nodes and containers as they are now',
    load: () => import('./status'),
  },
  {
    name: 'nodes',
    about: 'the Docker hosts alone',
    load: () => import('./nodes'),
  },
  {
    name: 'repair',
    about: 'mend what differs from its declaration, as little as possible, and check again',
    load: () => import('./repair'),
  },
  {
    name: 'explain',
    about: 'say step by step why FROM reaches TO, or does not',
    load: () => import('./explain'),
  },
  {
    name: 'exposed',
    about: 'which ports of the nodes are open, and to whom: other machines, this host, containers',
    load: () => import('./exposed'),
  },
  {
    name: 'graph',
    about: 'draw the lab: nodes, networks, containers, namespaces, ports and links',
    load: () => import('./graph'),
  },
  {
    name: 'report',
    about: 'write the last check as one HTML file with picture, matrix and reasons',
    load: () => import('./report'),
  },
  {
    name: 'exec',
    about: 'run a command on a container, a node, a network namespace (netns:NAME) or outside',
    load: () => import('./exec'),
  },
  {
    name: 'tour',
    about:
      'walk through the article on the running lab: its commands, their output, and what it means',
    load: () => import('./tour'),
  },
  {
    name: 'doctor',
    about: 'look at every prerequisite; change nothing',
    load: () => import('./doctor'),
  },
  {
    name: 'init',
    about: 'write a small topology of your own to start from',
    load: () => import('./init'),
  },
  {
    name: 'test',
    about: 'run lint, types, unit tests, browser tests and the end-to-end tests on real nodes',
    load: () => import('./test'),
  },
  {
    name: 'completion',
    about: 'print the completion of ./lab for a shell',
    load: () => import('./completion'),
  },
  {
    name: 'remove-leftovers',
    about: 'remove what an interrupted command left, as the stack lists it',
    hidden: true,
    load: () => import('./remove-leftovers'),
  },
];
