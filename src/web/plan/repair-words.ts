/** Changes up to this share are small ones. */
const LITTLE = 0.2;

export type RepairTitle = 'raise' | 'lower' | 'alter' | 'raiseLittle' | 'lowerLittle' | 'alterLittle';

/** What a combination of changes comes to in a few words: up or down, and whether each of them is small. [PLN-65] */
export function repairTitle(factors: readonly number[]): RepairTitle {
  const way = factors.every(factor => factor > 1) ? 'raise' : factors.every(factor => factor < 1) ? 'lower' : 'alter';
  const isLittle = factors.length > 1 && largestChange(factors) <= LITTLE;
  return isLittle ? `${way}Little` : way;
}

/** The largest of some changes as a share: 0.25 for a factor of 1.25, and for one of 0.75. 0 with none. */
export function largestChange(factors: readonly number[]): number {
  return Math.max(0, ...factors.map(factor => Math.abs(factor - 1)));
}
