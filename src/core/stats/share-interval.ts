/** So many of so many. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface ShareBounds {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * The range in which the share behind `count` of `of` lies with 95 %, as fractions from 0 to 1; the whole range when `of` is 0.
 * E. B. Wilson's score interval, Journal of the American Statistical Association 22 (1927), 209–212
 */
export function shareInterval({ count, of }: Share): ShareBounds {
  if (of === 0) return { low: 0, high: 1 };
  const share = count / of;
  const square = Z * Z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  return { low: count === 0 ? 0 : Math.max(0, middle - half), high: count === of ? 1 : Math.min(1, middle + half) };
}

/**
 * The range in which the difference of two independent shares, `a` less `b`, lies with 95 %; −1 to 1 when one is of nothing.
 * R. G. Newcombe's method 10, Statistics in Medicine 17 (1998), 873–890
 */
export function shareDifference(a: Share, b: Share): ShareBounds {
  if (a.of === 0 || b.of === 0) return { low: -1, high: 1 };
  const [ofA, ofB] = [shareInterval(a), shareInterval(b)];
  const [shareA, shareB] = [a.count / a.of, b.count / b.of];
  return {
    low: shareA - shareB - Math.hypot(shareA - ofA.low, ofB.high - shareB),
    high: shareA - shareB + Math.hypot(ofA.high - shareA, shareB - ofB.low),
  };
}
