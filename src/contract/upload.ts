import { z } from 'zod';
import type { PersonalFinding } from '#core/measure/personal/personal-kind.ts';
import type { TextEncodingName } from '#core/measure/recognise/text-encoding.ts';
import { carries } from './carries.ts';
import { column } from './dataset.ts';
import { endpoint } from './endpoint.ts';
import { columnTotal, skippedLines } from './import-report.ts';
import { job } from './job.ts';
import { problem } from './problem.ts';
import { dayRange, instant, list, text } from './scalar.ts';

/** Sheet or archive entry, and the place among the tables there; both empty for a plain file with one table. */
export const tableAddress = z.strictObject({ part: z.string(), section: z.int().min(0) });

const textEncoding = carries<TextEncodingName>()(
  z.enum(['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'windows-1252']),
);

const personalDecision = z.enum(['drop', 'hash', 'keep']);

const personalFinding = carries<PersonalFinding>()(
  z.strictObject({
    kind: z.enum([
      'mail',
      'phone',
      'name',
      'address',
      'postcode',
      'birth-date',
      'ip-address',
      'card-number',
      'person-id',
      'free-text',
    ]),
    by: z.enum(['header', 'values']),
    confidence: z.enum(['certain', 'likely']),
    proposal: personalDecision,
  }),
);

/** What the user says about a file; it wins over what the file seems to say. */
export const importChoices = z
  .strictObject({
    /** Id of the preset or own mapping to use; `generic` for none. */
    preset: z.string().exactOptional(),
    dataset: z.strictObject({ id: z.string(), name: text.exactOptional() }).exactOptional(),
    dateFormat: z.enum(['ymd', 'mdy', 'dmy']).exactOptional(),
    decimalMark: z.enum(['point', 'comma']).exactOptional(),
    period: dayRange.exactOptional(),
    /** Currency of amounts that name none. */
    currency: z.string().exactOptional(),
    /** What to do with personal columns, by heading. */
    personal: z.record(z.string(), personalDecision).exactOptional(),
    encoding: textEncoding.exactOptional(),
    delimiter: z.enum([',', ';', '\t', '|']).exactOptional(),
    /** Leave out rows that cannot be read, instead of refusing the file. */
    skipBadRows: z.boolean().exactOptional(),
  })
  .meta({ id: 'ImportChoices' });

export type ImportChoices = z.output<typeof importChoices>;

const inspectedColumn = z.strictObject({
  heading: z.string(),
  samples: list(z.string()),
  /** The column of the dataset that it becomes; null when it is left out. */
  column: column.nullable(),
  reads: z.string().nullable(),
  dateFormat: z.enum(['ymd', 'mdy', 'dmy']).nullable(),
  personal: personalFinding.extend({ decision: personalDecision }).nullable(),
  /** Heading of the column that names what the value is of, where several lines are of one thing. */
  per: z.string().nullable(),
  /** The stage that was reached on the day in the column. */
  stage: z.string().nullable(),
  /** Why it is left out; null when it is read. */
  left: z.enum(['personal', 'unnamed', 'not-in-preset', 'not-a-period']).nullable(),
});

/** One table of a file: what it was taken for, and what would come out. */
export const inspectedTable = z.strictObject({
  address: tableAddress,
  recognised: z.strictObject({
    kind: z.enum(['preset', 'mapping', 'generic']),
    id: z.string(),
    version: z.int(),
    name: text,
    /** 0 to 1: the share of the headings that are known. */
    confidence: z.number(),
    alternatives: list(z.string()),
  }),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  dataset: z.strictObject({ id: z.string(), name: text, kind: z.enum(['aggregate', 'event']), exists: z.boolean() }),
  headerLine: z.int(),
  /** Titles, filters and segments before the headings. */
  notes: list(z.string()),
  period: dayRange.nullable(),
  scope: z.string(),
  columns: list(inspectedColumn),
  sample: list(z.strictObject({ line: z.int(), cells: list(z.string()) })),
  rows: z.int(),
  skipped: skippedLines,
  /** Sum per measure column; null for columns that do not add up. */
  totals: list(columnTotal),
  /** `received`: the file is kept byte for byte. `rewritten`: a copy without the personal columns is kept instead. */
  keep: z.enum(['received', 'rewritten']),
  replaces: z.enum(['period', 'nothing']),
  /** Earlier imports that would stop counting on these days. */
  overrules: list(z.strictObject({ batch: z.string(), fileName: z.string(), days: list(dayRange) })),
  /** What the rows on those days come to now, for the columns that add up; null where none would stop counting. */
  replaced: z.strictObject({ rows: z.int(), totals: list(columnTotal) }).nullable(),
  /** The import that brought the same file already and still counts. */
  duplicateOf: z.string().nullable(),
  /** Errors among them stand in the way. */
  problems: list(problem),
});

export type InspectedTable = z.output<typeof inspectedTable>;

export const inspection = z.strictObject({
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  container: z.enum(['text', 'gzip', 'excel', 'zip']),
  tables: list(inspectedTable),
  problems: list(problem),
});

export const upload = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    bytes: z.int(),
    receivedAt: instant,
    receivedBy: z.string(),
    /** `refused`: it is no file that can be read; the problems say why. */
    state: z.enum(['inspecting', 'ready', 'refused', 'failed', 'importing', 'imported']),
    /** The job that works on it, or did last. */
    job: z.string(),
    choices: importChoices,
    inspection: inspection.nullable(),
    problems: list(problem),
  })
  .meta({ id: 'Upload' });

export type UploadView = z.output<typeof upload>;

const params = z.strictObject({ upload: z.string() });

/** Nothing of the file is kept before it is committed; what is never committed is removed after a day. */
export const createUpload = endpoint({
  method: 'POST',
  path: '/api/uploads',
  concept: 'import',
  summary: { ja: 'ファイルを送って内容を確認（まだ保存しません）', en: 'Sends a file to be looked at; nothing is stored yet' },
  query: z.strictObject({
    name: z.string().min(1).max(1_000),
    /** Choices as JSON, where they are known beforehand. */
    choices: z.string().exactOptional(),
  }),
  body: 'bytes',
  long: true,
  response: z.strictObject({ upload, job }),
});

export const readUpload = endpoint({
  method: 'GET',
  path: '/api/uploads/:upload',
  concept: 'import',
  summary: { ja: '送ったファイルの確認結果', en: 'What was found in a file that was sent' },
  params,
  response: z.strictObject({ upload, job }),
});

export const inspectAgain = endpoint({
  method: 'PUT',
  path: '/api/uploads/:upload/choices',
  concept: 'import',
  summary: { ja: '読み方を指定して確認し直す', en: 'Looks at the file again with other choices' },
  params,
  body: importChoices,
  long: true,
  response: z.strictObject({ upload, job }),
});

/** The result of the job lists what came of every table: all of them are stored, or none. */
export const commitUpload = endpoint({
  method: 'POST',
  path: '/api/uploads/:upload/commit',
  concept: 'import',
  summary: { ja: '確認した内容で取り込む', en: 'Imports the file as it was shown' },
  params,
  body: z.strictObject({
    /** The tables to import; all of them when absent. */
    tables: z.array(tableAddress).readonly().exactOptional(),
  }),
  long: true,
  response: z.strictObject({ upload, job }),
});

export const discardUpload = endpoint({
  method: 'DELETE',
  path: '/api/uploads/:upload',
  concept: 'import',
  summary: { ja: '送ったファイルの破棄', en: 'Removes a file that was sent and not imported' },
  params,
  response: z.strictObject({}),
});
