import type { BucketEdges } from '#core/journey/bucket-edges.ts';

/** Finds the bucket of a moment by a grid of equal cells that points near it. [JRN-02] */
export class BucketFinder {
  readonly buckets: number;
  private readonly edges: Float64Array;
  private readonly grid: Uint32Array;
  private readonly first: number;
  private readonly last: number;
  private readonly perCell: number;

  constructor(edges: BucketEdges) {
    this.buckets = Math.max(0, edges.length - 1);
    this.edges = Float64Array.from(edges);
    this.first = edges[0] ?? 0;
    this.last = edges[this.buckets] ?? 0;
    const cells = Math.max(1, Math.min(65_536, this.buckets * 4));
    this.perCell = this.last > this.first ? cells / (this.last - this.first) : 0;
    this.grid = new Uint32Array(cells + 1);
    // A cell points to the bucket of the last edge that surely lies in an earlier cell, so that the walk from there only goes up.
    let bucket = 0;
    for (let cell = 0; cell <= cells; cell++) {
      while (bucket + 1 < this.buckets && Math.floor(((edges[bucket + 1] ?? 0) - this.first) * this.perCell) < cell) bucket++;
      this.grid[cell] = bucket;
    }
  }

  /** The bucket's index; −1 outside all of them. */
  of(moment: number): number {
    if (!(moment >= this.first && moment < this.last)) return -1;
    let bucket = this.grid[Math.floor((moment - this.first) * this.perCell)] as number;
    while (moment >= (this.edges[bucket + 1] as number)) bucket++;
    return bucket;
  }

  /** The moment after a bucket's last. */
  end(bucket: number): number {
    return this.edges[bucket + 1] as number;
  }
}
