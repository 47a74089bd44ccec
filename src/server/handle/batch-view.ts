import type { BatchView } from '#contract/batch.ts';
import type { LiveSegment } from '#core/measure/live-segments.ts';
import { liveSegments } from '#core/measure/live-segments.ts';
import type { SkippedLines } from '#core/measure/recognise/inspection.ts';
import type { App } from '#engine/app/app.ts';
import type { Batch } from '#engine/ledger/batch.ts';
import { batchRecords } from '#engine/ledger/batch-store.ts';
import { wireProblems } from '../sentence.ts';

/** Batches as they travel, with the days on which their rows count. */
export async function batchViews(app: App, batches: readonly Batch[]): Promise<readonly BatchView[]> {
  const live = liveSegments(await batchRecords(app.workspace.ledger.db));
  return batches.map(batch => batchView(batch, live));
}

export async function oneBatchView(app: App, batch: Batch): Promise<BatchView> {
  const [view] = await batchViews(app, [batch]);
  if (!view) throw new Error(`a batch without a view: ${batch.id}`);
  return view;
}

function batchView(batch: Batch, live: readonly LiveSegment[]): BatchView {
  const { id, dataset, scope, from, to, rows, fileName, encoding, receivedAt, receivedBy, replaces, decision } = batch;
  const { mapping } = decision;
  return {
    id,
    dataset,
    scope,
    from,
    to,
    rows,
    fileName,
    mapping: mapping.source.id,
    mappingVersion: mapping.source.version,
    encoding,
    receivedAt,
    receivedBy,
    replaces,
    skipped: skippedView(batch.skipped),
    totals: batch.totals,
    personal: [
      ...mapping.withheld.map(column => ({ column, decision: 'drop' as const })),
      ...mapping.columns.flatMap(({ header, personal }) =>
        personal ? [{ column: header, decision: personal.decision === 'keep' ? ('keep' as const) : ('hash' as const) }] : [],
      ),
    ],
    undone: batch.undoneAt === undefined ? null : { at: batch.undoneAt, by: batch.undoneBy ?? '' },
    live: live.filter(segment => segment.batch === id).map(segment => ({ from: segment.from, to: segment.to })),
  };
}

export function skippedView({ counts, lines, badRows, bad }: SkippedLines) {
  return {
    counts: { ...counts },
    lines,
    badRows,
    bad: bad.map(({ line, problems }) => ({ line, problems: wireProblems(problems) })),
  };
}
