/** Reproducible random numbers: SplitMix-like steps of 32 bits, the same everywhere. */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 4294967296;
  };
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: mean => -mean * Math.log(1 - next()),
  };
}

/** Draws indexes with the given weights, in constant time (Walker's alias method). */
export function weighted(random, weights) {
  const n = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const share = weights.map(weight => (weight * n) / total);
  const [keep, other] = [new Float64Array(n).fill(1), Uint32Array.from({ length: n }, (_, i) => i)];
  const small = [];
  const large = [];
  for (const [i, value] of share.entries()) (value < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const [low, high] = [small.pop(), large.at(-1)];
    keep[low] = share[low];
    other[low] = high;
    share[high] -= 1 - share[low];
    if (share[high] < 1) small.push(large.pop());
  }
  return () => {
    const at = Math.floor(random.next() * n);
    return random.next() < keep[at] ? at : other[at];
  };
}

export const zipf = (n, exponent) => Array.from({ length: n }, (_, i) => (i + 1) ** -exponent);
