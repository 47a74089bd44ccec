import { holdsMailAddress } from '#core/measure/personal/personal-values.ts';
import { SAMPLE_ROWS } from '#core/measure/recognise/sample.ts';
import { textOf } from '../row-batch.ts';
import { TextReader } from './text-reader.ts';

const AT = 0x40;
const PERCENT = 0x25;

/**
 * Text that is looked at more closely while a file is inspected: whether numbers and dates turn up in a column that began with words,
 * as they do where fields have shifted, and whether mail addresses turn up. [ING-19, ING-31]
 */
export class WatchingTextReader extends TextReader {
  /** Values with a mail address inside. */
  mails = 0;
  /** Values that look like numbers or dates, after the rows the column was recognised by. */
  strays = 0;
  private rows = 0;
  private numbersAtFirst = 0;
  private wordsAtFirst = 0;
  private strayRow = false;
  private run = 0;
  private longestRun = 0;

  /** Whether the column began with words only, and numbers have turned up in it in several rows on end. */
  get hasDrifted(): boolean {
    return this.numbersAtFirst === 0 && this.wordsAtFirst >= 10 && this.longestRun >= 3;
  }

  /** Whether the value just counted is one that looks like a number. */
  get isStray(): boolean {
    return this.strayRow;
  }

  override commit(): void {
    this.rows += 1;
    this.strayRow = false;
    if (this.start === this.end) return;
    const { bytes } = this;
    let digits = true;
    let mail = false;
    for (let at = this.start; at < this.end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === AT || byte === PERCENT) mail = true;
      if ((byte < 48 || byte > 57) && byte !== 0x2e && byte !== 0x2d && byte !== 0x2f && byte !== 0x2c) digits = false;
    }
    if (mail && holdsMailAddress(textOf(bytes, this.start, this.end))) this.mails += 1;
    if (this.rows <= SAMPLE_ROWS) {
      if (digits) this.numbersAtFirst += 1;
      else this.wordsAtFirst += 1;
    } else if (digits) {
      this.strays += 1;
      this.strayRow = true;
      this.run += 1;
      if (this.run > this.longestRun) this.longestRun = this.run;
    } else this.run = 0;
  }
}
