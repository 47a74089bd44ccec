import { personalKey } from '#core/measure/personal/find-personal.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import { personalHash } from '../ingest/cell/hash-reader.ts';

/** Whether a row of a kept copy, as its cells, is about a person. */
export type RowMatch = (cells: readonly string[]) => boolean;

/**
 * How rows about a person are told in the kept copy of a table. [PPL-01]
 *
 * An id or a phone number is looked for in the columns that hold people only, as itself or as its hash: elsewhere the same digits are
 * something else. A mail address is looked for in every cell, inside longer texts too.
 */
export function personMatch(who: string, mapping: TableMapping, key: Uint8Array, headings: readonly string[]): RowMatch {
  const people = new Set(mapping.dataset.columns.filter(({ role }) => role === 'person').map(({ id }) => id));
  const mail = who.includes('@') ? plain(who) : undefined;
  const tests = headings.map((heading): ((cell: string) => boolean) => {
    const column = mapping.columns.find(({ header }) => header === heading);
    const { personal } = column ?? {};
    if (personal && personal.decision !== 'keep') {
      const hash = personalHash(key, personal.kind, who);
      return cell => cell !== '' && cell === hash;
    }
    const isPerson = personal !== undefined || (column !== undefined && people.has(column.to));
    const kind = personal?.kind ?? 'person-id';
    const own = personalKey(kind, who);
    return cell =>
      cell !== '' &&
      ((isPerson && own !== '' && personalKey(kind, cell) === own) || (mail !== undefined && plain(cell).includes(mail)));
  });
  return cells => cells.some((cell, place) => tests[place]?.(cell) ?? false);
}

/** Whether any row could be about the person: without columns about people only a mail address can be found. */
export function canHold(who: string, { columns, dataset }: TableMapping): boolean {
  return (
    who.includes('@') ||
    columns.some(({ personal }) => personal !== undefined) ||
    dataset.columns.some(({ role }) => role === 'person')
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
