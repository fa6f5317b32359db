/** CPU seconds (user and system) of one call: the least of several rounds, each repeated until it lasts long enough to be measured. */
export function cpuSeconds(run: () => unknown, { rounds = 5, atLeast = 0.1 }: { rounds?: number; atLeast?: number } = {}): number {
  run();
  let repeats = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    let spent = timed(run, repeats);
    while (spent < atLeast) {
      repeats *= Math.max(2, Math.ceil(atLeast / Math.max(spent, 0.001)));
      spent = timed(run, repeats);
    }
    least = Math.min(least, spent / repeats);
  }
  return least;
}

function timed(run: () => unknown, repeats: number): number {
  const before = process.cpuUsage();
  for (let k = 0; k < repeats; k++) run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Time with three digits and a unit one can read. */
export function readable(seconds: number): string {
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  return seconds >= 1e-3 ? `${(seconds * 1e3).toPrecision(3)} ms` : `${(seconds * 1e6).toPrecision(3)} µs`;
}
