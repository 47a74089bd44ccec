/** How changes are added and compared: as logarithms of ratios (`relative`), or as differences. */
export type EffectScale = 'relative' | 'difference';

/** On the relative scale halving and doubling are equally far; both values must be above zero there. */
export function changeBetween(before: number, after: number, scale: EffectScale): number {
  return scale === 'relative' ? Math.log(after / before) : after - before;
}

/** From the scale of the sums to the one people read: a logarithm becomes a fraction. */
export function readable(change: number, scale: EffectScale): number {
  return scale === 'relative' ? Math.expm1(change) : change;
}
