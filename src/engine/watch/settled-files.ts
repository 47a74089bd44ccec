/** What a file looked like when it was looked at. */
export interface Look {
  readonly name: string;
  readonly bytes: number;
  /** Time of its last change, in milliseconds. */
  readonly changedAt: number;
}

interface Seen extends Look {
  readonly since: number;
}

/** Remembers how files looked, to tell those that have stopped growing. [WAT-02] */
export class SettledFiles {
  private readonly stillFor: number;
  private seen: ReadonlyMap<string, Seen> = new Map();

  /** `stillFor`: milliseconds during which a file must look the same. */
  constructor(stillFor: number) {
    this.stillFor = stillFor;
  }

  /** Of the files that are there now, those that have looked the same for long enough, by name. */
  look(found: readonly Look[], now: number): readonly Look[] {
    const next = new Map<string, Seen>();
    for (const { name, bytes, changedAt } of found) {
      const before = this.seen.get(name);
      const isSame = before?.bytes === bytes && before.changedAt === changedAt;
      next.set(name, { name, bytes, changedAt, since: isSame ? before.since : now });
    }
    this.seen = next;
    const still = [...next.values()].filter(({ since }) => now - since >= this.stillFor);
    return still.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ since: _, ...look }) => look);
  }
}

/** Names of files that are not meant: hidden ones, and those that programs give to half-written files. [WAT-01] */
export function isPassedOver(name: string): boolean {
  return /^[.~]|\.(?:part|tmp|temp|crdownload|download|filepart|swp)$|\.report\.txt$|^(?:Thumbs\.db|desktop\.ini)$/i.test(name);
}
