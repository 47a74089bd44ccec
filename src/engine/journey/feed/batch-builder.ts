import type { EventRows } from '../../warehouse/event-rows.ts';
import type { CodedColumn, EventBatch } from '../event-batch.ts';

/** Gathers rows of one dataset into batches of events, column by column. */
export class BatchBuilder {
  /** How many rows so far. */
  length = 0;
  private readonly name: string;
  private readonly dimensions: readonly string[];
  private readonly hasSession: boolean;
  private readonly time: Float64Array[] = [];
  private readonly value: Float64Array[] = [];
  private readonly person = new Coder<string>();
  private readonly session = new Coder<string>();
  private readonly columns: readonly Coder<string | null>[];

  constructor(name: string, dimensions: readonly string[], hasSession: boolean) {
    this.name = name;
    this.dimensions = dimensions;
    this.hasSession = hasSession;
    this.columns = dimensions.map(() => new Coder<string | null>());
  }

  /** Texts in the order dimensions, then the session. */
  add({ length, time, person, texts, value }: EventRows): void {
    this.length += length;
    this.time.push(Float64Array.from(time));
    this.value.push(value ? Float64Array.from(value, amount => amount ?? Number.NaN) : new Float64Array(length).fill(Number.NaN));
    this.person.add(person);
    for (const [index, coder] of this.columns.entries()) coder.add(texts[index] ?? new Array(length).fill(null));
    if (this.hasSession) this.session.add((texts[this.dimensions.length] ?? new Array(length).fill(null)).map(textOrNone));
  }

  built(): EventBatch {
    return {
      length: this.length,
      person: this.person.column(),
      time: joined(this.time, new Float64Array(this.length)),
      name: { codes: new Uint32Array(this.length), values: [this.name] },
      dimensions: Object.fromEntries(this.dimensions.map((id, index) => [id, this.columns[index]?.column() ?? EMPTY])),
      value: joined(this.value, new Float64Array(this.length)),
      ...(this.hasSession ? { session: this.session.column() } : {}),
    };
  }
}

const EMPTY: CodedColumn<string | null> = { codes: new Uint32Array(0), values: [] };

class Coder<Value> {
  private readonly codes: Uint32Array[] = [];
  private readonly known = new Map<Value, number>();
  private length = 0;

  add(values: readonly Value[]): void {
    const { known } = this;
    const codes = new Uint32Array(values.length);
    for (let row = 0; row < values.length; row++) {
      const value = values[row] as Value;
      let code = known.get(value);
      if (code === undefined) {
        code = known.size;
        known.set(value, code);
      }
      codes[row] = code;
    }
    this.codes.push(codes);
    this.length += values.length;
  }

  column(): CodedColumn<Value> {
    return { codes: joined(this.codes, new Uint32Array(this.length)), values: [...this.known.keys()] };
  }
}

function joined<Numbers extends Float64Array | Uint32Array>(pieces: readonly Numbers[], into: Numbers): Numbers {
  let at = 0;
  for (const piece of pieces) {
    into.set(piece, at);
    at += piece.length;
  }
  return into;
}

function textOrNone(text: string | null): string {
  return text ?? '';
}
