import type { Codes, EventPart, RowValues } from './event-part.ts';
import { firstAtLeast, type SliceQueue } from './slice-queue.ts';

/** Where the next row of a slice lies. */
interface Head {
  readonly part: EventPart;
  row: number;
  readonly end: number;
}

/** Puts together what several parts of a month hold of one person, in order of time, as a small part of its own. */
export class MonthMerge {
  private readonly parts: readonly EventPart[];

  constructor(parts: readonly EventPart[]) {
    this.parts = parts;
  }

  /** Slices `from` up to, not including, `to` of the queue are of one month and person. */
  of({ part: partOf, first, end }: SliceQueue, from: number, to: number): EventPart {
    const heads = Array.from({ length: to - from }, (_, i): Head => {
      const slice = from + i;
      return {
        part: this.parts[partOf[slice] as number] as EventPart,
        row: first[slice] as number,
        end: end[slice] as number,
      };
    });
    const order = inOrder(heads);
    const own = heads.map(({ part }) => part);
    const codes = (column: (part: EventPart) => Codes | null | undefined): Uint32Array | null =>
      own.some(column) ? Uint32Array.from(order, ({ part, row }) => column(part)?.[row] ?? 0) : null;
    const dimensions = Math.max(...own.map(part => part.dimensions.length));
    return {
      base: own[0]?.base ?? 0,
      people: new Uint32Array(0),
      starts: new Uint32Array(0),
      time: Uint32Array.from(order, ({ part, row }) => part.time[row] as number),
      name: Uint32Array.from(order, ({ part, row }) => part.name[row] as number),
      dimensions: Array.from({ length: dimensions }, (_, d) => codes(part => part.dimensions[d])),
      values: valuesOf(order),
      session: codes(part => part.session),
      lacksSession: own.some(({ lacksSession }) => lacksSession),
    };
  }
}

function inOrder(heads: readonly Head[]): readonly Pick<Head, 'part' | 'row'>[] {
  const order: Pick<Head, 'part' | 'row'>[] = [];
  for (;;) {
    let best: Head | null = null;
    for (const head of heads) if (head.row < head.end && (!best || timeOf(head) < timeOf(best))) best = head;
    if (!best) return order;
    order.push({ part: best.part, row: best.row++ });
  }
}

function timeOf({ part, row }: Head): number {
  return part.time[row] as number;
}

function valuesOf(order: readonly Pick<Head, 'part' | 'row'>[]): RowValues | null {
  const [rows, amounts]: [number[], number[]] = [[], []];
  for (const [i, { part, row }] of order.entries()) {
    if (!part.values) continue;
    const at = firstAtLeast(part.values.rows, row);
    if (part.values.rows[at] !== row) continue;
    rows.push(i);
    amounts.push(part.values.amounts[at] as number);
  }
  return rows.length === 0 ? null : { rows: Uint32Array.from(rows), amounts: Float64Array.from(amounts) };
}
