import type { Delimiter } from '#core/measure/recognise/table-mapping.ts';
import { DelimitedScanner } from './delimited.ts';
import { Refusal } from './refusal.ts';

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

/**
 * The sign between the fields, from the first lines (UTF-8). [ING-05]
 * The sign wins with which most rows have the same number of fields, more than one; of equals, the one that makes more fields. A first
 * line `sep=;`, as Excel writes it, decides. Text with one field per row counts as separated by commas.
 */
export function sniffDelimiter(head: Uint8Array): Delimiter {
  const said = /^sep=([,;\t|])\r?\n/.exec(Buffer.from(head.subarray(0, 8)).toString('latin1'))?.[1];
  if (said) return said as Delimiter;
  let best: { delimiter: Delimiter; rows: number; width: number } = { delimiter: ',', rows: 0, width: 1 };
  for (const delimiter of DELIMITERS) {
    const { width, rows } = usualWidth(head, delimiter);
    if (width > 1 && (rows > best.rows || (rows === best.rows && width > best.width))) best = { delimiter, rows, width };
  }
  return best.delimiter;
}

function usualWidth(head: Uint8Array, delimiter: Delimiter): { readonly width: number; readonly rows: number } {
  const counts = new Map<number, number>();
  for (const width of widths(head, delimiter)) {
    if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let usual = { width: 1, rows: 0 };
  for (const [width, rows] of counts) {
    if (rows > usual.rows || (rows === usual.rows && width > usual.width)) usual = { width, rows };
  }
  return usual;
}

function widths(head: Uint8Array, delimiter: Delimiter): readonly number[] {
  try {
    const batch = new DelimitedScanner(delimiter).push(head);
    const rows = batch.rows > 0 ? batch : new DelimitedScanner(delimiter).push(Buffer.concat([head, Buffer.from('\n')]));
    return Array.from({ length: rows.rows }, (_, row) => rows.width(row));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
