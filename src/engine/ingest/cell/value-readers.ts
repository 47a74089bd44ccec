import type { Decimal } from '#core/measure/observation.ts';
import type { CellOutcome } from '#core/measure/recognise/cell-outcome.ts';
import { readDuration } from '#core/measure/recognise/read-duration.ts';
import { missingIn } from '#core/text/missing.ts';
import type { DecimalMark } from '#core/text/numeral.ts';
import type { ByteWriter } from '../byte-writer.ts';
import { ExactTotal } from '../exact-total.ts';
import { textOf } from '../row-batch.ts';
import type { CellReader } from './cell-reader.ts';

/** A cell whose value is made from its text. */
abstract class WrittenReader implements CellReader {
  size = 0;
  protected written = '';

  read(bytes: Uint8Array, start: number, end: number): CellOutcome {
    const text = textOf(bytes, start, end);
    this.written = '';
    const outcome = missingIn(text) === undefined ? this.readText(text) : 'missing';
    this.size = this.written.length;
    return outcome;
  }

  write(out: ByteWriter): void {
    out.ascii(this.written);
  }

  protected abstract readText(text: string): CellOutcome;
}

const TRUE = new Set(['true', 'yes', 'はい', '有', '○', '1']);
const FALSE = new Set(['false', 'no', 'いいえ', '無', '×', '0']);

export class BooleanReader extends WrittenReader {
  protected readText(text: string): CellOutcome {
    const folded = text.normalize('NFKC').trim().toLowerCase();
    if (!TRUE.has(folded) && !FALSE.has(folded)) return 'not-a-boolean';
    this.written = TRUE.has(folded) ? 'true' : 'false';
    return 'value';
  }
}

/** Lengths of time as seconds: `55.2`, `1:09`, `0:01:09`, `1分09秒`. */
export class DurationReader extends WrittenReader {
  readonly total = new ExactTotal();
  private readonly decimalMark: DecimalMark;

  constructor(decimalMark: DecimalMark) {
    super();
    this.decimalMark = decimalMark;
  }

  commit(): void {
    if (this.written !== '') this.total.addDecimal(this.written);
  }

  protected readText(text: string): CellOutcome {
    const seconds: Decimal | undefined = readDuration(text, this.decimalMark);
    if (seconds === undefined) return 'not-a-duration';
    this.written = seconds;
    return 'value';
  }
}
