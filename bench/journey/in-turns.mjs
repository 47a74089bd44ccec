/** What takes longer than this runs once. */
const ONCE = 120_000;

/**
 * Takes times in turns, each round beginning with another subject, so that whatever else the machine does meets all alike. Each `run` has answered once already
 * (`first`, ms), which warmed it up; where that took long, it is all there is.
 *
 * @param {readonly { who: string, rounds: number, first: { wall: number, cpu: number }, run: () => Promise<{ wall: number, cpu: number }> }[]} runs
 */
export async function inTurns(runs) {
  const taken = runs.map(({ first }) => (first.wall > ONCE ? [first] : []));
  const most = Math.max(...runs.map(({ rounds }) => rounds));
  for (let round = 0; round < most; round++)
    for (let i = 0; i < runs.length; i++) {
      const at = (i + round) % runs.length;
      const { rounds, first, run } = runs[at];
      if (round < rounds && first.wall <= ONCE) taken[at].push(await run());
    }
  return runs.map(({ who }, i) => {
    const of = field => taken[i].map(one => one[field]);
    return {
      who,
      wall: quantile(of('wall'), 0.5),
      lowest: Math.min(...of('wall')),
      cpu: quantile(of('cpu'), 0.5),
      rounds: taken[i].length,
    };
  });
}

export function quantile(numbers, share) {
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * numbers.length) - 1)];
}
