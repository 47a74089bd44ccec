import type { Column } from './column-file.ts';

/** Which people have been made one: everybody of a group belongs to one of them. [JRN-06] */
export class MergedPeople {
  private readonly leads = new Map<number, number>();

  static from(columns: ReadonlyMap<string, Column>): MergedPeople {
    const merged = new MergedPeople();
    const [from, to] = [columns.get('from'), columns.get('to')];
    if (from && to) for (let i = 0; i < from.length; i++) merged.leads.set(from[i] as number, to[i] as number);
    return merged;
  }

  of(person: number): number {
    let found = person;
    for (let next = this.leads.get(found); next !== undefined; next = this.leads.get(found)) found = next;
    // Chains are shortened, so that long ones are walked once.
    if (found !== person) this.leads.set(person, found);
    return found;
  }

  unite(from: number, to: number): void {
    const [a, b] = [this.of(from), this.of(to)];
    if (a !== b) this.leads.set(a, b);
  }

  columns(): Record<string, Column> {
    return { from: Uint32Array.from(this.leads.keys()), to: Uint32Array.from(this.leads.values()) };
  }
}
