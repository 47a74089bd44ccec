import type { MetricId } from '#core/metric/measurement.ts';
import type { App } from '../app/app.ts';
import { recordAccess } from '../ledger/access-store.ts';
import type { Batch } from '../ledger/batch.ts';
import { datasetsUnder } from '../progress/node-sources.ts';
import { knowledgeOf, knownAt } from '../query/knowledge.ts';
import { personalColumns } from './personal-columns.ts';

/** Writes down that values were looked at split or filtered by columns about people; of other columns nothing is written. [PPL-06] */
export async function recordQuery(
  app: App,
  by: string,
  metric: MetricId,
  asked: { readonly by: readonly string[]; readonly where: readonly string[]; readonly rows: number },
): Promise<void> {
  const named = [...asked.by, ...asked.where.flatMap(condition => /^\s*([a-z0-9-]+)/.exec(condition)?.[1] ?? [])];
  if (named.length === 0) return;
  for (const dataset of datasetsUnder(metric, knowledgeOf(await knownAt(app)))) {
    const personal = await personalColumns(app, dataset);
    const columns = [...new Set(named)].filter(column => personal.has(column));
    if (columns.length === 0) continue;
    const rows = asked.rows;
    await app.workspace.ledger.change(by, change => recordAccess(change, { kind: 'looked', subject: dataset, columns, rows }));
  }
}

/** Writes down that an import was looked at in which columns about people are kept as they are. [PPL-06] */
export async function recordBatchLook(app: App, by: string, { fileName, rows, decision }: Batch): Promise<void> {
  const columns = decision.mapping.columns.flatMap(({ to, personal }) => (personal?.decision === 'keep' ? [to] : []));
  if (columns.length === 0) return;
  await app.workspace.ledger.change(by, change => recordAccess(change, { kind: 'looked', subject: fileName, columns, rows }));
}

/** Writes down that a file with columns about people was looked at before importing it. [PPL-06] */
export async function recordPreview(app: App, by: string, fileName: string, columns: readonly string[], rows: number) {
  if (columns.length === 0) return;
  await app.workspace.ledger.change(by, change => recordAccess(change, { kind: 'previewed', subject: fileName, columns, rows }));
}
