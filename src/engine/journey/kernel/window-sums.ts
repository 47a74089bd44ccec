/**
 * Sums per slice over a stretch of touches that only moves forward: how many there are, and their decaying weights. For people with so many touches and
 * conversions that going through the touches of each conversion would take too long; the cost per conversion is that of the slices.
 */
export class WindowSums {
  readonly counts = new Map<number, number>();
  private readonly halfLife: number;
  private readonly time: Float64Array;
  private readonly slots: Uint32Array;
  private readonly weights = new Map<number, number>();
  private from = 0;
  private to = 0;
  private end = 0;
  private moves = 0;

  /** `time` and `slots` of the person's touches in order; weights halve per `halfLife`. */
  constructor(time: Float64Array, slots: Uint32Array, halfLife: number) {
    this.time = time;
    this.slots = slots;
    this.halfLife = halfLife;
  }

  /** Touches from `from` up to, not including, `to`; neither ever goes back, and there is at least one. */
  moveTo(from: number, to: number): void {
    const end = this.time[to - 1] as number;
    // Begun anew now and then, so that rounding errors of what has been taken away again do not add up for ever.
    if (from >= this.to || ++this.moves > 4_096 + to - from) {
      this.start(from, to, end);
      return;
    }
    if (end !== this.end) {
      const faded = 2 ** ((this.end - end) / this.halfLife);
      for (const [slot, weight] of this.weights) this.weights.set(slot, weight * faded);
      this.end = end;
    }
    for (; this.to < to; this.to++) this.add(this.to, 1);
    for (; this.from < from; this.from++) this.add(this.from, -1);
  }

  /** Shares of the weights, per slice. */
  shares(): ReadonlyMap<number, number> {
    let sum = 0;
    for (const weight of this.weights.values()) sum += weight;
    return new Map([...this.weights].map(([slot, weight]) => [slot, weight / sum]));
  }

  private start(from: number, to: number, end: number): void {
    this.counts.clear();
    this.weights.clear();
    this.from = from;
    this.to = from;
    this.end = end;
    this.moves = 0;
    for (; this.to < to; this.to++) this.add(this.to, 1);
  }

  private add(touch: number, sign: 1 | -1): void {
    const slot = this.slots[touch] as number;
    const count = (this.counts.get(slot) ?? 0) + sign;
    if (count === 0) {
      this.counts.delete(slot);
      this.weights.delete(slot);
      return;
    }
    this.counts.set(slot, count);
    const weight = 2 ** (((this.time[touch] as number) - this.end) / this.halfLife);
    this.weights.set(slot, Math.max(0, (this.weights.get(slot) ?? 0) + sign * weight));
  }
}
