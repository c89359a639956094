import type { Lab } from '../../../src/topology/lab';
import { reportData } from '../../../src/report/html/data/build';
import { htmlPage } from '../../../src/report/html/page';
import { articleLab } from '../../support/article';
import { reported, sampleCheck, sampleWithDifferences, type Sample } from '../../support/measured';

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
};

export const reportOf = async (sample: Sample, lab: Lab = articleLab): Promise<string> =>
  htmlPage(await reportData(reported(sample, lab)));

/** The article's lab as it should be. */
export const goodReport = once(async () => reportOf(await sampleCheck()));

/** The article's lab with differences, and with edges that could not be examined. */
export const badReport = once(async () => reportOf(await sampleWithDifferences()));
