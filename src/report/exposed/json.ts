import type { Opening } from '../../edges/exposed';
import type { Prediction } from '../../predict/prediction';
import type { Unsaid } from '../../topology/unsaid';
import { reasonIn, unsaidIn } from '../../i18n/catalogue';

export interface ExposedJson {
  readonly lab: string;
  readonly openings: readonly Opening[];
  readonly placeOf: ((opening: Opening) => string | undefined) | undefined;
  readonly unsaid: readonly Unsaid[];
}

/** Raised where a field changes or goes away. */
const SCHEMA = 1;

/** The same as data; sentences in English. */
export const exposedJson = ({ lab, openings, placeOf, unsaid }: ExposedJson): string =>
  JSON.stringify(
    {
      schema: SCHEMA,
      lab,
      openings: openings.map(({ outside, host, others, ...one }) => {
        const place = placeOf?.({ outside, host, others, ...one });
        return {
          ...one,
          ...(place === undefined ? {} : { place }),
          from: {
            outside: told(outside),
            host: told(host),
            containers: others.map(({ network, prediction }) => ({ network, ...told(prediction) })),
          },
        };
      }),
      unsaid: unsaid.map((one) => ({ ...one, text: unsaidIn('en', one) })),
    },
    undefined,
    2,
  );

const told = ({ outcome, reasons }: Prediction) => ({
  outcome,
  reasons: reasons.map((one) => ({ ...one, text: reasonIn('en', one) })),
});
