import { refuse } from '../refusal.ts';
import type { Archive, ArchiveEntry } from '../zip-archive.ts';
import type { NumberMeaning } from './number-format.ts';
import { numberMeaning } from './number-format.ts';
import type { Epoch } from './serial-date.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { readXml, type XmlEvents } from './xml-events.ts';

/** A workbook ready to read its sheets: what the sheets refer to is loaded, the sheets are not. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly epoch: Epoch;
  readonly strings: SharedStrings;
  /** Meaning of the numbers of a cell, by the cell's style number. */
  readonly meanings: readonly NumberMeaning[];
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ArchiveEntry;
}

/** Whether an archive is a workbook of Excel, and of which kind. */
export function workbookKind(archive: Archive): 'xlsx' | 'xlsb' | 'ods' | null {
  const names = new Set(archive.entries.map(entry => entry.name.toLowerCase()));
  if (names.has('xl/workbook.xml')) return 'xlsx';
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('mimetype') && names.has('content.xml')) return 'ods';
  return null;
}

/** Reads the parts that say what a workbook holds. External links, macros, drawings and comments are never opened. [ING-22] */
export async function openWorkbook(archive: Archive, afterPiece: () => void): Promise<Workbook> {
  const parts = new Map(archive.entries.map(entry => [entry.name.toLowerCase(), entry]));
  const targets = new Map<string, string>();
  await readPart(parts.get('xl/_rels/workbook.xml.rels'), afterPiece, {
    open(name, attributes) {
      const { Id: id, Target: target, TargetMode: mode } = attributes;
      if (name === 'Relationship' && id !== undefined && target !== undefined && mode !== 'External')
        targets.set(id, partName(target));
    },
  });
  let epoch: Epoch = '1900';
  const found: { name: string; hidden: boolean; id: string }[] = [];
  await readPart(parts.get('xl/workbook.xml'), afterPiece, {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.date1904 ?? '')) epoch = '1904';
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      found.push({ name: attributes.name ?? '', hidden: /hidden/i.test(attributes.state ?? ''), id });
    },
  });
  const strings = parts.get('xl/sharedstrings.xml');
  const sheets = found.flatMap(({ name, hidden, id }) => {
    const entry = parts.get(targets.get(id) ?? '');
    return entry && /worksheets\//i.test(entry.name) ? [{ name, hidden, entry }] : [];
  });
  if (sheets.length === 0) throw refuse('damaged-workbook', {});
  return {
    sheets,
    epoch,
    strings: strings ? await readSharedStrings(strings.open(), afterPiece) : new SharedStrings(),
    meanings: await readMeanings(parts.get('xl/styles.xml'), afterPiece),
  };
}

async function readMeanings(entry: ArchiveEntry | undefined, afterPiece: () => void): Promise<readonly NumberMeaning[]> {
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCellFormats = false;
  await readPart(entry, afterPiece, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        meanings.push(numberMeaning(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return meanings;
}

async function readPart(entry: ArchiveEntry | undefined, afterPiece: () => void, events: Partial<XmlEvents>): Promise<void> {
  if (!entry) return;
  const ignore = (): void => undefined;
  for await (const _ of readXml(entry.open(), { open: ignore, close: ignore, text: ignore, ...events })) afterPiece();
}

/** The entry that a relationship of the workbook points at. */
function partName(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return path.replace(/\/\.\//g, '/').toLowerCase();
}
