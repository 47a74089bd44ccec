import { createReadStream } from 'node:fs';

/** The records of a file with their line ends; a line end inside quotes belongs to its record. */
export async function* records(path: string): AsyncGenerator<string> {
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

/** The cells of a record; quotes doubled inside quotes. */
export function cellsOf(record: string): readonly string[] {
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
