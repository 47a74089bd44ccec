/** Numbers that are added one by one. */
export class GrowingNumbers {
  length = 0;
  private held = new Float64Array(64);

  add(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  /** A view that lasts until the next number is added. */
  values(): Float64Array {
    return this.held.subarray(0, this.length);
  }

  at(index: number): number {
    return this.held[index] as number;
  }

  clear(): void {
    this.length = 0;
  }
}
