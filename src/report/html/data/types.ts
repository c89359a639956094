import type { Counts, StructureVerdict } from '../../../verdict/result';
import type { Target } from '../../../topology/edge';
import type { Phrases } from './phrases';
import type { Drawing } from '../../graph/draw';
import type { Language } from '../../graph/words';

/** What the page is made from: one JSON block in the file, and what the live view sends. */
export interface ReportData {
  readonly schema: 4;
  readonly lab: { readonly name: string; readonly title: string };
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly counts: Counts;
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** Rows and columns of the matrix. */
  readonly endpoints: readonly ReportEndpoint[];
  readonly pictures: Readonly<Record<Language, Picture>>;
  /** Statements about what is on the nodes. */
  readonly structure: readonly StructureVerdict[];
  readonly edges: EncodedEdges;
  /** Of the details and hints. */
  readonly phrases: Phrases;
}

export interface ReportEndpoint {
  readonly id: string;
  /** A service is only ever asked for. */
  readonly kind: 'outside' | 'node' | 'namespace' | 'container' | 'service';
  /** Of a container or namespace. */
  readonly node?: string;
  /** A node's. */
  readonly address?: string;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Drawing[];
  /** Endpoints by item id: several where alike containers are drawn as one. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
}

/** The target, the endpoint that is asked for (-1: the sender itself), and what the edge says: see `Way`. */
export type EncodedTarget = readonly [
  target: Target,
  asked: number,
  aspect: number,
  counts: 0 | 1,
  ...to: readonly number[],
];

/**
 * Edges, small: a lab of 200 containers has a hundred thousand, which differ in names only. Texts have slots for the
 * names that an edge gives, so that few texts are left; `shapes` are the combinations that occur.
 */
export interface EncodedEdges {
  readonly texts: readonly string[];
  readonly targets: readonly EncodedTarget[];
  /** See `SHAPE` in `shape.ts`. */
  readonly shapes: readonly (readonly number[])[];
  /** For each endpoint as the sender: target, shape, tenths of a millisecond, and so on. */
  readonly rows: readonly (readonly number[])[];
}
