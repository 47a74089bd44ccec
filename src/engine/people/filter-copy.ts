import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { cellsOf, records } from './csv-records.ts';
import type { RowMatch } from './person-match.ts';

/**
 * Writes a kept copy (UTF-8, commas, quotes doubled) without the rows that match; blank lines stand in their place, so that all other
 * rows keep their line numbers. Returns how many rows were left out. [PPL-02]
 */
export async function filterCopy(from: string, to: string, matchOf: (headings: readonly string[]) => RowMatch): Promise<number> {
  const out = createWriteStream(to);
  const done = finished(out);
  let match: RowMatch | undefined;
  let removed = 0;
  try {
    for await (const record of records(from)) {
      const cells = cellsOf(record);
      const isBlank = cells.length === 1 && cells[0] === '';
      const isAbout: boolean = !isBlank && (match?.(cells) ?? false);
      if (!isBlank && match === undefined) match = matchOf(cells);
      if (isAbout) removed += 1;
      if (!out.write(isAbout ? record.replace(/[^\n]/g, '') : record)) await once(out, 'drain');
    }
  } finally {
    out.end();
    await done;
  }
  return removed;
}
