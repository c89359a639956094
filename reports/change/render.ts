import { json } from './json';
import { markdown } from './markdown';
import type { Review, ReviewFormat } from './review';
import { text, type TextOptions } from './text';

/** A review as text, without a line break at its end. */
export function renderReview(
  review: Review,
  { format, ...options }: TextOptions & { readonly format: ReviewFormat },
): string {
  switch (format) {
    case 'table':
      return text(review, options);
    case 'markdown':
      return markdown(review);
    case 'json':
      return json(review);
  }
}
