import { json } from './json';
import { markdown } from './markdown';
import type { Review } from './review';
import { text, type TextOptions } from './text';

/** The forms of a review, by what `--format` calls them; the first is the default. */
export const REVIEW_FORMS = { table: text, markdown, json } satisfies Readonly<
  Record<string, (review: Review, options: TextOptions) => string>
>;

export type ReviewFormat = keyof typeof REVIEW_FORMS;

/** A review as text, without a line break at its end. */
export const renderReview = (
  review: Review,
  { format, ...options }: TextOptions & { readonly format: ReviewFormat },
): string => REVIEW_FORMS[format](review, options);
