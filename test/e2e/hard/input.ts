/** Something that a person or a program may give to the lab, and that it refuses. */
export interface Input {
  /** Unique. */
  readonly name: string;
  /** A file that is named as the topology; without one it is a good one. */
  readonly topology?: { readonly text: string; readonly end: string; readonly called?: string };
  /** Words after `./lab`; without them one of the verbs that read a topology. */
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** In place of `cdktf.json`. */
  readonly cdktf?: string;
  /** Further files: path below the inputs, text. */
  readonly files?: Readonly<Record<string, string>>;
}
