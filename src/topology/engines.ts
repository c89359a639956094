/** Engine series for which there is a node image, the oldest first. */
export const SERIES = ['20.10', '26.1', '28.5', '29'] as const;

/** The series of a node that names none. */
export const DEFAULT_SERIES: EngineSeries = '26.1';

/** Docker Engine series for which there is a node image. */
export type EngineSeries = (typeof SERIES)[number];

/** `major.minor` of the engine that the node image of a series has. */
export const VERSIONS: Readonly<Record<EngineSeries, string>> = {
  '20.10': '20.10',
  '26.1': '26.1',
  '28.5': '28.5',
  '29': '29.8',
};

/** `major.minor` of an engine version such as `26.1.5+dfsg1` as one number, 2601: versions compare as numbers. */
export function engineNumber(version: string): number {
  const [major = '0', minor = '0'] = version.split('.');
  return Number.parseInt(major, 10) * 100 + Number.parseInt(minor, 10);
}

/** The newest version whose rules were measured. */
export const NEWEST = VERSIONS['29'];

/** True for an engine of a major version that nobody has measured: it is predicted as the newest known. */
export const isBeyondKnown = (version: string): boolean =>
  Math.floor(engineNumber(version) / 100) > Math.floor(engineNumber(NEWEST) / 100);
