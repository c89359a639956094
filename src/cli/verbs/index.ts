import type { Command } from 'commander';
import { type Text, phrase } from '../../text/text';

/** A verb of the command line. */
export interface Verb {
  readonly name: string;
  readonly about: Text;
  /** A step of an apply, not for people. */
  readonly hidden?: true;
  /** What it takes and does, loaded when it is asked for. */
  readonly load: () => Promise<{ readonly register: (command: Command) => void }>;
}

/** In the order of the help. */
export const VERBS: readonly Verb[] = [
  {
    name: 'up',
    about: phrase('bring the nodes up, deploy the lab and prove every line of it'),
    load: () => import('./up'),
  },
  {
    name: 'check',
    about: phrase('measure who can reach whom on the running lab and compare with the topology'),
    load: () => import('./check'),
  },
  {
    name: 'matrix',
    about: phrase(
      'measure every edge and show predicted against measured, endpoints as rows and columns',
    ),
    load: () => import('./matrix'),
  },
  {
    name: 'diff',
    about: phrase("show what a deploy would change: Terraform's plan, and who can reach whom"),
    load: () => import('./diff'),
  },
  {
    name: 'down',
    about: phrase('remove the nodes with everything on them, their network and the state'),
    load: () => import('./down'),
  },
  {
    name: 'status',
    about: phrase('show nodes and containers as they are now'),
    load: () => import('./status'),
  },
  {
    name: 'nodes',
    about: phrase('the Docker hosts alone'),
    load: () => import('./nodes'),
  },
  {
    name: 'repair',
    about: phrase('mend what differs from its declaration, as little as possible, and check again'),
    load: () => import('./repair'),
  },
  {
    name: 'explain',
    about: phrase('say step by step why FROM reaches TO, or does not'),
    load: () => import('./explain'),
  },
  {
    name: 'exposed',
    about: phrase(
      'which ports of the nodes are open, and to whom: other machines, this host, containers',
    ),
    load: () => import('./exposed'),
  },
  {
    name: 'graph',
    about: phrase('draw the lab: nodes, networks, containers, namespaces, ports and links'),
    load: () => import('./graph'),
  },
  {
    name: 'report',
    about: phrase('write the last check as one HTML file with picture, matrix and reasons'),
    load: () => import('./report'),
  },
  {
    name: 'exec',
    about: phrase(
      'run a command on a container, a node, a network namespace (netns:NAME) or outside',
    ),
    load: () => import('./exec'),
  },
  {
    name: 'tour',
    about: phrase(
      'walk through the article on the running lab: its commands, their output, and what it means',
    ),
    load: () => import('./tour'),
  },
  {
    name: 'doctor',
    about: phrase('look at every prerequisite; change nothing'),
    load: () => import('./doctor'),
  },
  {
    name: 'init',
    about: phrase('write a small topology of your own to start from'),
    load: () => import('./init'),
  },
  {
    name: 'test',
    about: phrase(
      'run lint, types, unit tests, browser tests and the end-to-end tests on real nodes',
    ),
    load: () => import('./test'),
  },
  {
    name: 'completion',
    about: phrase('print the completion of ./lab for a shell'),
    load: () => import('./completion'),
  },
  {
    name: 'remove-leftovers',
    about: phrase('remove what an interrupted command left, as the stack lists it'),
    hidden: true,
    load: () => import('./remove-leftovers'),
  },
];
