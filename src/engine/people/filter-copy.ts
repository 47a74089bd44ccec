import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
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

/** The records of a file with their line ends; a line end inside quotes belongs to its record. */
async function* records(path: string): AsyncGenerator<string> {
  let rest = '';
  let from = 0;
  let isQuoted = false;
  for await (const piece of createReadStream(path, { encoding: 'utf8' })) {
    rest += String(piece);
    let start = 0;
    for (let at = from; at < rest.length; at++) {
      const letter = rest[at];
      if (letter === '"') isQuoted = !isQuoted;
      else if (letter === '\n' && !isQuoted) {
        yield rest.slice(start, at + 1);
        start = at + 1;
      }
    }
    rest = rest.slice(start);
    from = rest.length;
  }
  if (rest !== '') yield rest;
}

function cellsOf(record: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < record.length; at++) {
    const letter = record[at] ?? '';
    if (letter === '"') {
      if (isQuoted && record[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (!isQuoted && letter === ',') {
      cells.push(cell);
      cell = '';
    } else if (isQuoted || (letter !== '\n' && letter !== '\r')) cell += letter;
  }
  return [...cells, cell];
}
