/** What `work` gives, with the wall and CPU seconds of the run of three that took the least CPU. */
export function fastest<T>(work: () => T) {
  const runs = [1, 2, 3].map(() => {
    const began = process.cpuUsage();
    const started = process.hrtime.bigint();
    const result = work();
    const wall = Number(process.hrtime.bigint() - started) / 1e9;
    const { user, system } = process.cpuUsage(began);
    return { result, wall, cpu: (user + system) / 1e6 };
  });
  return runs.reduce((best, run) => (run.cpu < best.cpu ? run : best));
}

export interface Point {
  /** Containers. */
  readonly size: number;
  /** Seconds. */
  readonly cpu: number;
}

/** Exponent of the growth in the number of containers: 1 linear, 2 as the number of pairs; empty for the first. */
export const growth = (from: Point | undefined, to: Point): string =>
  from === undefined
    ? ''
    : (Math.log(to.cpu / from.cpu) / Math.log(to.size / from.size)).toFixed(1);
