import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw, createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

/**
 * Writes the rows of the CSV as a workbook, as Excel itself would: numbers as numbers, texts shared, dates as days since 1899-12-30.
 * One row is held at a time, and every different text once.
 *
 * @param {string} csv path of the CSV, gzipped or not
 * @param {string} xlsx path to write to
 */
export async function writeXlsx(csv, xlsx) {
  const zip = new Zip(xlsx);
  await zip.entry('[Content_Types].xml', [CONTENT_TYPES]);
  await zip.entry('_rels/.rels', [ROOT_RELATIONS]);
  await zip.entry('xl/workbook.xml', [WORKBOOK]);
  await zip.entry('xl/_rels/workbook.xml.rels', [WORKBOOK_RELATIONS]);
  await zip.entry('xl/styles.xml', [STYLES]);
  const texts = new Map();
  await zip.entry('xl/worksheets/sheet1.xml', sheet(rowsOf(csv), texts));
  await zip.entry('xl/sharedStrings.xml', sharedStrings(texts));
  await zip.end();
}

function rowsOf(csv) {
  const bytes = createReadStream(csv);
  const text = csv.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  return text.pipe(parse());
}

async function* sheet(rows, texts) {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  let line = 0;
  for await (const row of rows) {
    line += 1;
    yield `<row r="${line}">${row.map((value, column) => cell(value, `${COLUMNS[column]}${line}`, line, texts)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const COLUMNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

function cell(value, place, line, texts) {
  if (value === '') return '';
  const moment = MOMENT.exec(value);
  if (line > 1 && moment) return `<c r="${place}" s="1"><v>${serial(moment)}</v></c>`;
  if (line > 1 && NUMBER.test(value)) return `<c r="${place}"><v>${value}</v></c>`;
  const known = texts.get(value);
  const index = known ?? texts.size;
  if (known === undefined) texts.set(value, index);
  return `<c r="${place}" t="s"><v>${index}</v></c>`;
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;
/** What Excel would take for a number: no leading zeros, few enough digits. */
const NUMBER = /^-?(?:0|[1-9]\d{0,13})(?:\.\d{1,9})?$/;

function serial([, year, month, day, hour, minute, second]) {
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return String(Number((days + seconds / 86_400).toPrecision(15)));
}

function* sharedStrings(texts) {
  yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  yield '</sst>';
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A ZIP archive that is written as it comes; sizes and checksums follow each entry. */
class Zip {
  constructor(path) {
    this.out = createWriteStream(path);
    this.at = 0;
    this.directory = [];
  }

  async entry(name, pieces) {
    const start = this.at;
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0808, 6);
    header.writeUInt16LE(8, 8);
    header.writeUInt16LE(name.length, 26);
    await this.write(Buffer.concat([header, Buffer.from(name)]));
    let [checksum, size] = [0, 0];
    const begin = this.at;
    const deflated = Readable.from(
      gathered(pieces, piece => {
        checksum = crc32(piece, checksum);
        size += piece.length;
      }),
    ).pipe(createDeflateRaw({ level: 1 }));
    for await (const piece of deflated) await this.write(piece);
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    sizes.writeUInt32LE(checksum, 4);
    sizes.writeUInt32LE(this.at - begin, 8);
    sizes.writeUInt32LE(size, 12);
    const compressed = this.at - begin;
    await this.write(sizes);
    this.directory.push({ name, checksum, compressed, size, start });
  }

  async end() {
    const start = this.at;
    for (const { name, checksum, compressed, size, start: entry } of this.directory) {
      const header = Buffer.alloc(46);
      header.writeUInt32LE(0x02014b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(20, 6);
      header.writeUInt16LE(0x0808, 8);
      header.writeUInt16LE(8, 10);
      header.writeUInt32LE(checksum, 16);
      header.writeUInt32LE(compressed, 20);
      header.writeUInt32LE(size, 24);
      header.writeUInt16LE(name.length, 28);
      header.writeUInt32LE(entry, 42);
      await this.write(Buffer.concat([header, Buffer.from(name)]));
    }
    const last = Buffer.alloc(22);
    last.writeUInt32LE(0x06054b50, 0);
    last.writeUInt16LE(this.directory.length, 8);
    last.writeUInt16LE(this.directory.length, 10);
    last.writeUInt32LE(this.at - start, 12);
    last.writeUInt32LE(start, 16);
    await this.write(last);
    this.out.end();
    await finished(this.out);
  }

  async write(bytes) {
    this.at += bytes.length;
    if (!this.out.write(bytes)) await new Promise(resolve => this.out.once('drain', resolve));
  }
}

/** Small texts joined to pieces worth compressing. */
async function* gathered(pieces, seen) {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length < 1 << 16) continue;
    const bytes = Buffer.from(text);
    seen(bytes);
    yield bytes;
    text = '';
  }
  const bytes = Buffer.from(text);
  seen(bytes);
  yield bytes;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`;
const ROOT_RELATIONS = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Online Retail" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>`;
