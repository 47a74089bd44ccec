import type { EventRows } from '../../warehouse/event-rows.ts';
import type { CodedColumn, EventBatch } from '../event-batch.ts';

/** Gathers rows of one dataset into batches of events. */
export class BatchBuilder {
  private readonly name: string;
  private readonly dimensions: readonly string[];
  private readonly hasSession: boolean;
  private readonly time: number[] = [];
  private readonly value: number[] = [];
  private readonly person = new Coder<string>();
  private readonly session = new Coder<string>();
  private readonly columns: readonly Coder<string | null>[];

  constructor(name: string, dimensions: readonly string[], hasSession: boolean) {
    this.name = name;
    this.dimensions = dimensions;
    this.hasSession = hasSession;
    this.columns = dimensions.map(() => new Coder<string | null>());
  }

  get length(): number {
    return this.time.length;
  }

  /** Texts in the order dimensions, then the session. */
  add({ length, time, person, texts, value }: EventRows): void {
    for (let row = 0; row < length; row++) {
      this.time.push(time[row] ?? 0);
      this.person.add(person[row] ?? '');
      for (const [index, coder] of this.columns.entries()) coder.add(texts[index]?.[row] ?? null);
      if (this.hasSession) this.session.add(texts[this.dimensions.length]?.[row] ?? '');
      this.value.push(value?.[row] ?? Number.NaN);
    }
  }

  built(): EventBatch {
    return {
      length: this.length,
      person: this.person.column(),
      time: Float64Array.from(this.time),
      name: { codes: new Uint32Array(this.length), values: [this.name] },
      dimensions: Object.fromEntries(this.dimensions.map((id, index) => [id, this.columns[index]?.column() ?? EMPTY])),
      value: Float64Array.from(this.value),
      ...(this.hasSession ? { session: this.session.column() } : {}),
    };
  }
}

const EMPTY: CodedColumn<string | null> = { codes: new Uint32Array(0), values: [] };

class Coder<Value> {
  private readonly codes: number[] = [];
  private readonly known = new Map<Value, number>();

  add(value: Value): void {
    let code = this.known.get(value);
    if (code === undefined) {
      code = this.known.size;
      this.known.set(value, code);
    }
    this.codes.push(code);
  }

  column(): CodedColumn<Value> {
    return { codes: Uint32Array.from(this.codes), values: [...this.known.keys()] };
  }
}
