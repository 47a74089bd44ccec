import { createHash } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarSettings } from '#core/calendar/calendar-settings.ts';
import { ingestMessages } from '#core/measure/recognise/ingest-messages.ts';
import type { Decision, KeptFile, NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import type { TableMapping } from '#core/measure/recognise/table-mapping.ts';
import type { Problem, Result } from '#core/problem/problem.ts';
import { failed, isError, ok, problemsOf } from '#core/problem/problem.ts';
import { ByteWriter } from './byte-writer.ts';
import type { ReadSettings } from './column-plan.ts';
import { ContentHash } from './content-hash.ts';
import { decisionForCopy, KeptCopy } from './kept-copy.ts';
import { type OpenPart, openReceived, type Reading, type ReceivedFile } from './received-file.ts';
import { refuse } from './refusal.ts';
import type { RowBatch } from './row-batch.ts';
import { RowSink } from './row-sink.ts';
import { type RowTaker, Sections } from './sections.ts';
import { periodOf } from './table-inspection.ts';
import { TableReader } from './table-reader.ts';

/** How a table is turned into rows. Plain data: it crosses to the thread that does it. */
export interface NormaliseOptions {
  /** Name the file came with. */
  readonly name: string;
  readonly decision: Decision;
  readonly calendar: CalendarSettings;
  /** Folder that gets the staging file and the kept copy; it exists. */
  readonly outDir: string;
  /** Names of the files in it, without ending. */
  readonly outName: string;
  /** The workspace's key for the hashes of personal values. */
  readonly hashKey: Uint8Array;
}

const problem = problemsOf(ingestMessages);

/**
 * Turns one table of a file into the staging file of a batch, in one pass. [ING-40 … ING-43]
 * When rows cannot be read, nothing is left behind and all of them are listed, unless the decision says to leave them out.
 */
export async function normalise(path: string, options: NormaliseOptions, reading: Reading): Promise<Result<NormalisedBatch>> {
  const file = await openReceived(path, options.name, reading);
  const { decision } = options;
  const { mapping } = decision;
  const files = new OutFiles(options, decision);
  try {
    if (mapping.period.kind === 'unknown' && mapping.dataset.kind === 'aggregate') throw refuse('ask-period', {});
    const part = file.parts.find(({ name }) => name === mapping.table.part);
    if (!part) throw refuse('table-missing', { part: mapping.table.part });
    const { encoding, delimiter } = mapping.format;
    const opened = await part.open({ encoding, delimiter, isDecided: true });
    const pass = new Pass(options, opened, files);
    const notes: Problem[] = [];
    for await (const batch of opened.rows(found => notes.push(found))) pass.sections.push(batch);
    pass.sections.end();
    if (pass.sections.unclear !== undefined) throw refuse('table-below-unclear', { line: pass.sections.unclear });
    files.close();
    const result = pass.result(file, notes);
    if (!result.ok) files.remove();
    return result;
  } catch (error) {
    files.remove();
    throw error;
  } finally {
    file.close();
  }
}

/** The staging file and, where one is needed, the kept copy, being written. */
class OutFiles {
  readonly staging: string;
  readonly copy: string | null;
  readonly stagingOut: ByteWriter;
  readonly copyOut: ByteWriter | null;
  private readonly copyHash = createHash('sha256');
  private isOpen = true;

  constructor({ outDir, outName }: NormaliseOptions, { keep }: Decision) {
    this.staging = join(outDir, `${outName}.staging.csv`);
    this.copy = keep === 'rewritten' ? join(outDir, `${outName}.kept.csv`) : null;
    this.stagingOut = new ByteWriter(this.staging);
    this.copyOut = this.copy === null ? null : new ByteWriter(this.copy, this.copyHash);
  }

  /** SHA-256 of the copy, once it is closed. */
  copySha256(): string {
    return this.copyHash.digest('hex');
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.stagingOut.close();
    this.copyOut?.close();
  }

  remove(): void {
    if (this.isOpen) {
      this.isOpen = false;
      this.stagingOut.abandon();
      this.copyOut?.abandon();
    }
    for (const path of [this.staging, this.copy]) if (path !== null) unlinkSync(path);
  }
}

/** The one pass over the rows. */
class Pass {
  readonly sections: Sections;
  private readonly options: NormaliseOptions;
  private readonly files: OutFiles;
  private readonly hash = new ContentHash();
  private readonly ids: readonly string[];
  private reader: TableReader | undefined;

  constructor(options: NormaliseOptions, opened: OpenPart, files: OutFiles) {
    this.options = options;
    this.files = files;
    const { mapping } = options.decision;
    this.ids = mapping.dataset.columns.map(({ id }) => id).sort();
    this.sections = new Sections((_sample, section) => (section === mapping.table.section ? this.begin(mapping, opened) : null));
  }

  result(file: ReceivedFile, notes: readonly Problem[]): Result<NormalisedBatch> {
    const { reader, options } = this;
    const { decision } = options;
    const { mapping } = decision;
    if (!reader) return failed([problem('table-missing', { part: mapping.table.part })]);
    const { statistics } = reader;
    const { badRows, bad } = statistics.skipped;
    if (badRows > 0 && !decision.skipBadRows)
      return failed([problem('bad-rows', { count: badRows }), ...bad.flatMap(line => line.problems)]);
    if (statistics.rows === 0)
      return failed([statistics.skipped.counts['no-data'] > 0 ? problem('source-says-no-data', {}) : problem('no-rows', {})]);
    const period = periodOf(mapping, statistics);
    const problems = [...notes, ...reader.problems, ...(badRows > 0 ? [problem('bad-rows-skipped', { count: badRows })] : [])];
    const kept: KeptFile =
      this.files.copy === null
        ? { path: null, sha256: file.sha256(), decision }
        : { path: this.files.copy, sha256: this.files.copySha256(), decision: decisionForCopy(decision) };
    return ok({
      dataset: mapping.dataset,
      stagingPath: this.files.staging,
      statistics,
      period,
      scope: mapping.scope,
      replaces: mapping.replaces,
      contentHash: this.hash.digest(this.ids),
      sha256: file.sha256(),
      kept,
      problems: problems.filter(found => !isError(found)),
    });
  }

  private begin(mapping: TableMapping, opened: OpenPart): RowTaker {
    const { options, files } = this;
    const settings: ReadSettings = {
      calendar: options.calendar,
      padded: opened.padded,
      hashKey: options.hashKey,
      isInspection: false,
    };
    const sink = new RowSink(files.stagingOut, this.hash, mapping.dataset.kind === 'aggregate');
    sink.header(this.ids);
    const reader = new TableReader(mapping, settings, sink);
    this.reader = reader;
    const copy = files.copyOut ? new KeptCopy(files.copyOut, mapping, options.hashKey) : undefined;
    return copy ? new CopyingTaker(reader, copy) : reader;
  }
}

/** Reads rows and copies those that were data. */
class CopyingTaker implements RowTaker {
  private readonly reader: TableReader;
  private readonly copy: KeptCopy;
  private headed = false;

  constructor(reader: TableReader, copy: KeptCopy) {
    this.reader = reader;
    this.copy = copy;
  }

  accept(batch: RowBatch, row: number): void {
    this.reader.accept(batch, row);
    if (!this.headed && this.reader.hasHeadings) {
      this.headed = true;
      this.copy.header(this.reader.headings);
    } else if (this.reader.wasData) this.copy.row(batch, row);
  }

  finish(): void {
    for (const batch of this.reader.finish()) this.copy.row(batch, 0);
  }
}
