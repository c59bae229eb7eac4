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

/** The step of a clock: the median of a few, because the process may be interrupted in any of them. */
function stepOf(now) {
  const steps = Array.from({ length: 21 }, () => {
    const before = now();
    let after = before;
    while (after === before) after = now();
    return after - before;
  });
  return steps.sort((a, b) => a - b)[10];
}
