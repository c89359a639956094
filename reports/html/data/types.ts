import type { Counts, Verdict } from '../../../checks/result';
import type { Drawing } from '../../graph/draw';
import type { Language } from '../../graph/words';

/** What the page is made from: one JSON block in the file, and what the live view sends. */
export interface ReportData {
  readonly schema: 1;
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
  readonly structure: readonly Verdict[];
  readonly edges: EncodedEdges;
}

export interface ReportEndpoint {
  readonly id: string;
  /** A service is only ever asked for. */
  readonly kind: 'outside' | 'node' | 'namespace' | 'container' | 'service';
  /** Of a container or namespace. */
  readonly node?: string;
  /** A node's. */
  readonly address?: string;
  /** Its networks, the one of its default route first. */
  readonly networks: readonly string[];
  /** Those of its networks that are overlays, where there are any. */
  readonly overlays?: readonly string[];
  /** The endpoint whose network stack it uses, where that is not its own. */
  readonly stack?: string;
  /** Published ports of a node, as `80/tcp`, with the containers and services behind them. */
  readonly published?: Readonly<Record<string, string>>;
  /** A service's, which are endpoints too. */
  readonly replicas?: readonly string[];
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Drawing[];
  /** Endpoints by item id: several where alike containers are drawn as one. */
  readonly endpoints: Readonly<Record<string, readonly string[]>>;
}

/**
 * Edges, small: a lab of 200 containers has a hundred thousand, which differ in names only. Texts have slots for the
 * names that an edge gives, so that few texts are left; `shapes` are the combinations that occur.
 */
export interface EncodedEdges {
  readonly texts: readonly string[];
  /** Label (a text), endpoint that is asked for (-1: the sender itself), network (a text, or -1). */
  readonly targets: readonly (readonly [label: number, to: number, network: number])[];
  /** See `SHAPE` in `shape.ts`. */
  readonly shapes: readonly (readonly number[])[];
  /** For each endpoint as the sender: target, shape, tenths of a millisecond, and so on. */
  readonly rows: readonly (readonly number[])[];
}
