// What time is measured with.

/** Steps coarser than this make short samples useless. */
const FINE_ENOUGH_NS = 100_000;

/**
 * CPU time of this process where the system counts it finely: other processes do not count, our own garbage collection
 * does. Wall time elsewhere.
 */
export function chooseClock() {
  return stepOf(cpuNs) <= FINE_ENOUGH_NS
    ? { name: "CPU time of the process (user + system)", now: cpuNs }
    : { name: "wall time (this system counts CPU time too coarsely)", now: wallNs };
}

/** Nanoseconds of CPU time that this process has used. */
function cpuNs() {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
}

/** Nanoseconds of wall time. */
export function wallNs() {
  return Number(process.hrtime.bigint());
}

/** The largest of a few steps of a clock. */
function stepOf(now) {
  let largest = 0;
  for (let step = 0; step < 20; step++) {
    const before = now();
    let after = before;
    while (after === before) after = now();
    largest = Math.max(largest, after - before);
  }
  return largest;
}
