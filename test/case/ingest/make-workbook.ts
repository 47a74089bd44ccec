import { makeZip, type ZipEntry } from './make-zip.ts';

/** A cell of a workbook made for a test: text, number, or anything else by its own XML attributes and content. */
export type Cell = string | number | boolean | null | { readonly attributes: string; readonly content: string };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly hidden?: boolean;
  /** Ranges such as `A2:A4`. */
  readonly merged?: readonly string[];
  /** XML in place of the rows. */
  readonly xml?: string;
}

export interface WorkbookSpec {
  readonly sheets: readonly MadeSheet[];
  readonly date1904?: boolean;
  /** XML of the shared strings' items, or whole XML when it begins with `<?xml`. */
  readonly strings?: readonly string[] | string;
  /** Number formats of the cell styles 1, 2, …; style 0 is General. */
  readonly formats?: readonly string[];
  readonly more?: readonly ZipEntry[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A small workbook as Excel would write it. */
export function makeWorkbook(spec: WorkbookSpec): Buffer {
  return makeZip(workbookEntries(spec));
}

export function workbookEntries({ sheets, date1904, strings, formats = [], more = [] }: WorkbookSpec): ZipEntry[] {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const links = sheets.map(
    (_, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return [
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', data: `<Relationships>${links.join('')}</Relationships>` },
    { name: 'xl/styles.xml', data: stylesXml(formats) },
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: stringsXml(strings) }]),
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, data: sheetXml(sheet) })),
    ...more,
  ];
}

function stylesXml(formats: readonly string[]): string {
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`;
}

function stringsXml(strings: readonly string[] | string): string {
  return typeof strings === 'string' ? strings : `<sst xmlns="${MAIN}">${strings.map(item => `<si>${item}</si>`).join('')}</sst>`;
}

function sheetXml({ rows, merged = [], xml }: MadeSheet): string {
  const body = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</row>`,
  );
  const areas = merged.length > 0 ? `<mergeCells>${merged.map(area => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>` : '';
  return `<worksheet xmlns="${MAIN}"><sheetData>${xml ?? body.join('')}</sheetData>${areas}</worksheet>`;
}

function cellXml(cell: Cell, row: number, column: number): string {
  const place = `r="${columnName(column)}${row + 1}"`;
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c ${place} ${cell.attributes}>${cell.content}</c>`;
}

function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
