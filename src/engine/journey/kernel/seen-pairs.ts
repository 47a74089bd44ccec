/** Which pairs of numbers have been seen since the last `clear`: a list while they are few, a set beyond. Both are below 2^32, `place` below 2^21. */
export class SeenPairs {
  private readonly places = new Uint32Array(FEW);
  private readonly numbers = new Uint32Array(FEW);
  private readonly many = new Set<number>();
  private count = 0;

  clear(): void {
    if (this.count >= FEW) this.many.clear();
    this.count = 0;
  }

  /** Whether the pair is new; it is not from now on. */
  add(place: number, number: number): boolean {
    if (this.count >= FEW) return this.addToMany(place, number);
    const { places, numbers } = this;
    // The latest is the likeliest.
    for (let i = this.count - 1; i >= 0; i--) if (numbers[i] === number && places[i] === place) return false;
    places[this.count] = place;
    numbers[this.count++] = number;
    if (this.count === FEW) for (let i = 0; i < FEW; i++) this.many.add(keyOf(places[i] as number, numbers[i] as number));
    return true;
  }

  private addToMany(place: number, number: number): boolean {
    const before = this.many.size;
    this.many.add(keyOf(place, number));
    return this.many.size > before;
  }
}

const FEW = 24;

function keyOf(place: number, number: number): number {
  return place * 2 ** 32 + number;
}
