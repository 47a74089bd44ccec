/** A number per pair of numbers, of one person at a time: a list while the pairs are few, a map beyond. Pairs are below 2^21 and 2^32. */
export class PairValues {
  private readonly places = new Uint32Array(FEW);
  private readonly numbers = new Uint32Array(FEW);
  private readonly values = new Uint32Array(FEW);
  private readonly many = new Map<number, number>();
  private count = 0;

  clear(): void {
    if (this.count === FEW) this.many.clear();
    this.count = 0;
  }

  /** Sets the pair's value and gives the one before; −1 where it had none. */
  exchange(place: number, number: number, value: number): number {
    if (this.count === FEW) return this.exchangeMany(place, number, value);
    const { places, numbers, values } = this;
    // The latest is the likeliest.
    for (let i = this.count - 1; i >= 0; i--)
      if (numbers[i] === number && places[i] === place) {
        const before = values[i] as number;
        values[i] = value;
        return before;
      }
    places[this.count] = place;
    numbers[this.count] = number;
    values[this.count++] = value;
    if (this.count === FEW)
      for (let i = 0; i < FEW; i++) this.many.set(keyOf(places[i] as number, numbers[i] as number), values[i] as number);
    return -1;
  }

  private exchangeMany(place: number, number: number, value: number): number {
    const key = keyOf(place, number);
    const before = this.many.get(key) ?? -1;
    this.many.set(key, value);
    return before;
  }
}

const FEW = 24;

function keyOf(place: number, number: number): number {
  return place * 2 ** 32 + number;
}
