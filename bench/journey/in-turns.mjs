/** What is quicker than this runs this often more before it counts. */
const [QUICK, WARM_UPS] = [2_000, 4];

/**
 * Takes times in turns, each round beginning with another subject, so that whatever else the machine does meets all alike. Each `run` has answered once already
 * (`first`, ms); quick ones warm up some more, and where that took longer than `once` (ms), it is all there is.
 *
 * @param {readonly { who: string, rounds: number, first: { wall: number, cpu: number }, run: () => Promise<{ wall: number, cpu: number }> }[]} runs
 */
export async function inTurns(runs, once) {
  const taken = runs.map(({ first }) => (first.wall > once ? [first] : []));
  const most = Math.max(...runs.map(({ rounds }) => rounds));
  for (let round = -WARM_UPS; round < most; round++)
    for (let i = 0; i < runs.length; i++) {
      const at = (i + round + WARM_UPS) % runs.length;
      const { rounds, first, run } = runs[at];
      if (round < 0 && first.wall <= QUICK) await run();
      if (round >= 0 && round < rounds && first.wall <= once) taken[at].push(await run());
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
