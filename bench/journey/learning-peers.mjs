/** Removal effects by solving the chain anew without each channel, by repetition; the definition, and what the exact solution is held to. */
export function removalByRepetition({ channels, paths, conversions }) {
  const n = channels.length;
  const moves = Array.from({ length: n }, () => new Float64Array(n));
  const [begun, converted, left] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (const { touches, conversions: some, lost } of paths) {
    const people = some + lost;
    begun[touches[0]] += people;
    touches.forEach((touch, i) => {
      left[touch] += people;
      if (i + 1 < touches.length) moves[touch][touches[i + 1]] += people;
    });
    converted[touches.at(-1)] += some;
  }
  const chance = without => {
    let now = new Float64Array(n);
    for (let step = 0; step < 100_000; step++) {
      let change = 0;
      const next = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        if (i === without || left[i] === 0) continue;
        next[i] = converted[i] / left[i];
        for (let j = 0; j < n; j++) next[i] += (moves[i][j] / left[i]) * now[j];
        change = Math.max(change, Math.abs(next[i] - now[i]));
      }
      now = next;
      if (change < 1e-15) break;
    }
    return begun.reduce((sum, people, i) => sum + people * now[i], 0);
  };
  return channels.map((_, without) => 1 - chance(without) / conversions);
}

/** Shapley values by the definition, over all 2ⁿ sets. */
export function shapleyOverSets({ channels, paths }) {
  const n = channels.length;
  const sets = paths.map(({ touches, conversions }) => [
    touches.reduce((bits, channel) => bits | (1 << channel), 0),
    conversions,
  ]);
  const worth = Array.from({ length: 2 ** n }, (_, set) =>
    sets.reduce((sum, [touched, conversions]) => ((touched & ~set) === 0 ? sum + conversions : sum), 0),
  );
  const factorial = k => (k < 2 ? 1 : k * factorial(k - 1));
  const count = set => set.toString(2).replaceAll('0', '').length;
  return channels.map((_, channel) => {
    const bit = 1 << channel;
    let sum = 0;
    for (let set = 0; set < worth.length; set++)
      if ((set & bit) === 0)
        sum += ((factorial(count(set)) * factorial(n - count(set) - 1)) / factorial(n)) * (worth[set | bit] - worth[set]);
    return sum;
  });
}

/** ln Γ by Stirling's series, shifted above 10. */
function logGamma(x) {
  let shift = 0;
  let at = x;
  for (; at < 10; at++) shift -= Math.log(at);
  return (
    shift +
    (at - 0.5) * Math.log(at) -
    at +
    Math.log(2 * Math.PI) / 2 +
    1 / (12 * at) -
    1 / (360 * at ** 3) +
    1 / (1260 * at ** 5)
  );
}

/** The BG/NBD likelihood as the paper writes it (A₁ … A₄), for holding a fit to. */
export function purchaseLikelihood({ r, alpha, a, b }, patterns) {
  return patterns.reduce((sum, { x, tx, T, people }) => {
    const one = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const two = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
    const three = -(r + x) * Math.log(alpha + T);
    const four = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + tx) : Number.NEGATIVE_INFINITY;
    const most = Math.max(three, four);
    return sum + people * (one + two + most + Math.log(Math.exp(three - most) + Math.exp(four - most)));
  }, 0);
}
