import * as z from 'zod';
import * as formats from './formats';
import type { Format } from './formats';
import { quote } from './problems';
import { LISTENER_SOURCES } from './unsaid';

/** What is said of a refused value. */
export type Advice = Pick<Format<never>, 'message' | 'why' | 'next'>;

export const advised = <T>({ fits, message, why, next }: Format<T>) =>
  [
    fits,
    {
      // The input, of which only this is told.
      error: ({ input }: { readonly input?: unknown }) => quote(input),
      params: { message, why, next } satisfies Advice,
    },
  ] as const;

export const text = (format: Format<string>) => z.string().refine(...advised(format));
export const number = (format: Format<number>) => z.number().refine(...advised(format));

/** A name of something else in the topology: rules find out what. */
export const reference = z.string();
export const chapter = reference.optional();

export const listener = z.strictObject({
  port: number(formats.PORT),
  protocol: z.enum(['tcp', 'udp']).optional(),
  page: text(formats.LINE).optional(),
  from: z.enum(LISTENER_SOURCES).optional(),
  at: z.array(z.string()).optional(),
});
