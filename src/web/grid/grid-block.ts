import { blockOf, type Selection } from './grid-selection.ts';

/** Cells of a block as a spreadsheet puts them on the clipboard: tabs and line breaks, cells with either of them quoted. [PLN-74] */
export function readBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (character === '\n') {
      rows.at(-1)?.push(cell.replace(/\r$/, ''));
      cell = '';
      rows.push([]);
    } else cell += character;
  }
  rows.at(-1)?.push(cell.replace(/\r$/, ''));
  const last = rows.at(-1);
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop();
  return rows.map(row => row.map(one => one.trim()));
}

/** Where the cells of a pasted block go: from the upper left corner on; one cell alone fills the whole selection. [PLN-74] */
export function placedBlock(
  block: readonly (readonly string[])[],
  selection: Selection,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): readonly { readonly row: number; readonly column: number; readonly text: string }[] {
  const { top, bottom, left, right } = blockOf(selection);
  const [single] = block.length === 1 && block[0]?.length === 1 ? block[0] : [];
  const size =
    single === undefined
      ? { high: block.length, wide: Math.max(...block.map(row => row.length)) }
      : { high: bottom - top + 1, wide: right - left + 1 };
  const placed = [];
  for (let down = 0; down < size.high && top + down < rows; down++) {
    for (let along = 0; along < size.wide && left + along < columns; along++) {
      const text = single ?? block[down]?.[along];
      if (text !== undefined) placed.push({ row: top + down, column: left + along, text });
    }
  }
  return placed;
}
