import type { Language } from '../../graph/words';

/** A command of the article and the statements that measure the same here. */
export interface ArticleCommand {
  /** Chapter of the article's lab. */
  readonly chapter: string;
  /** As the article types it; `{node1}` and `{node1.address}` stand for the lab's own, as in `measures`. */
  readonly typed: string;
  /** Labels of edges and of statements; those that a lab does not have are left out. */
  readonly measures: readonly string[];
  readonly means: Readonly<Record<Language, string>>;
}
