/**
 * Measures several subjects in turn, so that whatever else the machine does meets all of them alike. Every round begins with
 * another one. The first rounds warm up and do not count.
 *
 * `measure` gives a number (a time, a rate); without it the milliseconds that `work` takes are the number.
 *
 * @param {readonly { who: string, work?: () => unknown, measure?: () => number | Promise<number> }[]} subjects
 * @param {{ rounds?: number, warmups?: number }} options
 * @returns {Promise<Map<string, { median: number, low: number, high: number, rounds: number }>>}
 */
export async function interleaved(subjects, { rounds = 7, warmups = 1 } = {}) {
  const found = new Map(subjects.map(({ who }) => [who, []]));
  for (let round = -warmups; round < rounds; round++) {
    const shift = (round + warmups) % subjects.length;
    for (const subject of [...subjects.slice(shift), ...subjects.slice(0, shift)]) {
      globalThis.gc?.();
      const number = subject.measure ? await subject.measure() : await timed(subject.work);
      if (round >= 0) found.get(subject.who)?.push(number);
    }
  }
  return spreads(found);
}

/**
 * Median and range of each subject's numbers.
 *
 * @param {Map<string, readonly number[]>} found
 */
export function spreads(found) {
  return new Map([...found].map(([who, numbers]) => [who, { ...spread(numbers), rounds: numbers.length }]));
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { median, low: sorted[0], high: sorted.at(-1) };
}
