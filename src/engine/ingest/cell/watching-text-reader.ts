import { holdsMailAddress } from '#core/measure/personal/personal-values.ts';
import { SAMPLE_ROWS } from '#core/measure/recognise/sample.ts';
import { textOf } from '../row-batch.ts';
import { TextReader } from './text-reader.ts';

/** What a byte says of the text it stands in: that it may hold a mail address, that it is no number or date. */
const MAIL = 1;
const WORDS = 2;
const SAYS = new Uint8Array(256).map((_, byte) =>
  byte === 0x40 || byte === 0x25 ? MAIL | WORDS : /[0-9.,/-]/.test(String.fromCharCode(byte)) ? 0 : WORDS,
);

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

  commit(): void {
    this.rows += 1;
    this.strayRow = false;
    if (this.start === this.end) return;
    const { bytes } = this;
    let says = 0;
    for (let at = this.start; at < this.end; at++) says |= SAYS[bytes[at] ?? 0] ?? 0;
    const digits = (says & WORDS) === 0;
    const mail = (says & MAIL) !== 0;
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
