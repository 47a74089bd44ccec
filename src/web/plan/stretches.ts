/** Places next to each other as stretches: 3, 4, 5 and 8 are 3 to 5, and 8. */
export function stretchesOf(places: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else found.push([place, place]);
  }
  return found;
}
