import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Encoding from 'encoding-japanese';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultCalendar } from '#core/calendar/calendar-settings.ts';
import type { Inspection, TableInspection } from '#core/measure/recognise/inspection.ts';
import { parseMapping } from '#core/measure/recognise/mapping-document.ts';
import type { Said } from '#core/measure/recognise/recognise-context.ts';
import { isError, type Problem, type Result } from '#core/problem/problem.ts';
import { unreachable } from '#core/problem/unreachable.ts';
import { inspectFile, normaliseFile } from '#engine/ingest/import-file.ts';
import { makeWorkbook, type WorkbookSpec } from './ingest/make-workbook.ts';
import { makeZip } from './ingest/make-zip.ts';

/**
 * Every folder of `ingest/` is a case: an input, perhaps `options.json`, and what must come of it in `expect.json`. The input is a
 * readable text (`input.csv`, `input.tsv`), a workbook's description (`workbook.json`) or a folder of texts that become a ZIP.
 * A difference is written beside as `expect.changed.json`; `npm run golden` accepts it.
 */
interface Options {
  /** Name the file comes with. */
  readonly name?: string;
  /** How the text is written to disk; UTF-8 with LF when absent. */
  readonly write?: {
    readonly encoding?: 'shift_jis' | 'utf-16le' | 'utf-16be' | 'euc-jp' | 'windows-1252';
    readonly bom?: boolean;
    readonly lineEnds?: string;
    readonly gzip?: boolean;
  };
  readonly said?: Said;
  readonly skipBadRows?: boolean;
  /** Staging lines shown per table. */
  readonly lines?: number;
}

const root = new URL('ingest/', import.meta.url).pathname;
const cases = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory());
const hashKey = new Uint8Array(32).fill(1);

describe('[ING-10] files as people export them', () => {
  test.each(cases.map(({ name }) => name))('%s', async name => {
    const folder = join(root, name);
    const options: Options = existsSync(join(folder, 'options.json'))
      ? JSON.parse(readFileSync(join(folder, 'options.json'), 'utf8'))
      : {};
    const scratch = mkdtempSync(join(tmpdir(), 'ingest-case-'));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    const path = join(scratch, 'received');
    const { bytes, fileName } = inputOf(folder, options);
    writeFileSync(path, bytes);
    const seen = await outcome(path, options.name ?? fileName, folder, options, scratch);
    const expectFile = join(folder, 'expect.json');
    const text = `${JSON.stringify(seen, null, 2)}\n`;
    const expected: unknown = existsSync(expectFile) ? JSON.parse(readFileSync(expectFile, 'utf8')) : undefined;
    if (process.env.RASHIN_GOLDEN === 'accept') writeFileSync(expectFile, text);
    else if (JSON.stringify(expected) !== JSON.stringify(seen)) {
      writeFileSync(join(folder, 'expect.changed.json'), text);
      expect(seen).toEqual(expected);
    }
    expect(seen).toBeDefined();
  });
});

function inputOf(folder: string, { write = {} }: Options): { readonly bytes: Uint8Array; readonly fileName: string } {
  const entries = readdirSync(folder);
  if (entries.includes('workbook.json')) {
    const spec = JSON.parse(readFileSync(join(folder, 'workbook.json'), 'utf8')) as WorkbookSpec;
    return { bytes: makeWorkbook(spec), fileName: 'input.xlsx' };
  }
  if (entries.includes('input')) {
    const files = readdirSync(join(folder, 'input')).sort();
    return {
      bytes: makeZip(files.map(file => ({ name: file, data: readFileSync(join(folder, 'input', file)) }))),
      fileName: 'input.zip',
    };
  }
  const fileName = entries.find(entry => entry.startsWith('input.')) ?? '';
  const text = readFileSync(join(folder, fileName), 'utf8').replaceAll('\n', write.lineEnds ?? '\n');
  const bytes = encoded(text, write);
  return { bytes: write.gzip ? gzipSync(bytes) : bytes, fileName };
}

function encoded(text: string, { encoding, bom }: NonNullable<Options['write']>): Uint8Array {
  const marked = bom ? `\ufeff${text}` : text;
  switch (encoding) {
    case undefined:
      return Buffer.from(marked);
    case 'utf-16le':
      return Buffer.from(marked, 'utf16le');
    case 'utf-16be':
      return Buffer.from(marked, 'utf16le').swap16();
    case 'windows-1252':
      return Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1');
    case 'shift_jis':
    case 'euc-jp': {
      const codes = Encoding.convert(Encoding.stringToCode(text), {
        from: 'UNICODE',
        to: encoding === 'euc-jp' ? 'EUCJP' : 'SJIS',
      });
      return Uint8Array.from(codes);
    }
    default:
      return unreachable(encoding);
  }
}

async function outcome(path: string, name: string, folder: string, options: Options, scratch: string) {
  const mappings = existsSync(join(folder, 'mapping.yaml'))
    ? [granted(parseMapping(readFileSync(join(folder, 'mapping.yaml'), 'utf8')))]
    : [];
  const inspected = await inspectFile(path, {
    name,
    calendar: defaultCalendar,
    mappings,
    said: options.said ?? {},
    skipBadRows: options.skipBadRows ?? false,
  });
  if (!inspected.ok) return { refused: inspected.problems.map(short) };
  const { value } = inspected;
  const tables = [];
  for (const table of value.tables) tables.push(await tableOutcome(path, name, value, table, options, scratch));
  return { container: value.container, ...(value.problems.length > 0 ? { problems: value.problems.map(short) } : {}), tables };
}

async function tableOutcome(
  path: string,
  name: string,
  { tables }: Inspection,
  table: TableInspection,
  options: Options,
  scratch: string,
) {
  const { decision, statistics } = table;
  const { mapping } = decision;
  const counts = Object.entries(statistics.skipped.counts).filter(([, count]) => count > 0);
  const seen = {
    ...(table.address.part === '' ? {} : { part: table.address.part }),
    recognised: table.recognised.id,
    format: mapping.format,
    header: mapping.header.rows === 1 ? mapping.header.line : mapping.header,
    dataset: `${mapping.dataset.kind} ${mapping.dataset.id}`,
    period: table.period ? `${table.period.from}/${table.period.to} (${mapping.period.kind})` : mapping.period.kind,
    ...(mapping.scope === '' ? {} : { scope: mapping.scope }),
    columns: Object.fromEntries(table.columns.map(column => [column.heading, columnText(column)])),
    rows: statistics.rows,
    totals: Object.fromEntries(statistics.totals.filter(({ sum }) => sum !== null).map(({ column, sum }) => [column, sum])),
    ...(statistics.currencies.length > 0 ? { currencies: statistics.currencies } : {}),
    ...(counts.length > 0 ? { skipped: Object.fromEntries(counts) } : {}),
    ...(statistics.skipped.bad.length > 0 ? { bad: statistics.skipped.bad.flatMap(({ problems }) => problems.map(short)) } : {}),
    problems: table.problems.map(short),
  };
  if (table.problems.some(isError)) return seen;
  const outName = `table-${tables.indexOf(table)}`;
  const batch = granted(
    await normaliseFile(path, { name, decision, calendar: defaultCalendar, outDir: scratch, outName, hashKey }),
  );
  const staged = readFileSync(batch.stagingPath, 'utf8').trimEnd().split('\n');
  expect(batch.statistics.rows).toBe(statistics.rows);
  expect(batch.statistics.totals).toEqual(statistics.totals);
  if (batch.kept.path === null) return { ...seen, staged: staged.slice(0, options.lines ?? 4) };
  const kept = readFileSync(batch.kept.path, 'utf8');
  const again = join(scratch, `${outName}-again`);
  mkdirSync(again);
  const rebuilt = await normaliseFile(batch.kept.path, {
    name: 'kept.csv',
    decision: batch.kept.decision,
    calendar: defaultCalendar,
    outDir: again,
    outName,
    hashKey,
  });
  expect(granted(rebuilt).contentHash, 'the kept copy gives the same rows').toBe(batch.contentHash);
  return {
    ...seen,
    staged: staged.slice(0, options.lines ?? 4),
    kept: kept
      .split('\n')
      .filter(line => line !== '')
      .slice(0, 3),
  };
}

function columnText({ mapping, column, left, personal, reads, role }: TableInspection['columns'][number]): string {
  const about = personal ? ` [${personal.kind}: ${personal.decision}]` : '';
  if (left !== null) return `left out: ${left}${about}`;
  const flags = [
    column?.notAdditive ? 'not additive' : '',
    column?.currency ?? '',
    mapping?.scale ? `× ${mapping.scale}` : '',
    mapping?.dateFormat ?? '',
  ];
  return [mapping?.to ?? '–', reads, role, ...flags].filter(part => part !== '').join(' ') + about;
}

function short({ code, line, params }: Problem): string {
  const what = Object.values(params)
    .filter(value => typeof value === 'string' || typeof value === 'number')
    .join(' ');
  return [code, line === undefined ? '' : `line ${line}`, what].filter(part => part !== '').join(' · ');
}

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(short).join('; '));
  return result.value;
}
