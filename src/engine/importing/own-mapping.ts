import { z } from 'zod';
import type { Dataset } from '#core/measure/dataset.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import { readSource } from '#core/plan/source.ts';
import { failed, messages, ok, problemsOf, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';
import { sameText } from '#core/text/text.ts';
import { datasetPreset } from './dataset-preset.ts';

export const mappingMessages = messages({
  'mapping-shape': {
    severity: 'error',
    ja: (p: { detail: string }) =>
      `マッピングとして読めません（${p.detail}）。mapping・dataset・columns（列のID: 見出し）を書いてください。`,
    en: (p: { detail: string }) =>
      `This is not a mapping (${p.detail}). Write mapping, dataset and columns (column id: heading).`,
  },
  'mapping-dataset': {
    severity: 'error',
    ja: (p: { dataset: string; suggestion?: string }) =>
      `データ「${p.dataset}」は metrics.yaml にありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : '先に metrics.yaml に定義してください。'}`,
    en: (p: { dataset: string; suggestion?: string }) =>
      `There is no dataset "${p.dataset}" in metrics.yaml. ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'Define it there first.'}`,
  },
  'mapping-column': {
    severity: 'error',
    ja: (p: { column: string; dataset: string; suggestion?: string }) =>
      `データ「${p.dataset}」に列「${p.column}」はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : ''}`,
    en: (p: { column: string; dataset: string; suggestion?: string }) =>
      `Dataset "${p.dataset}" has no column "${p.column}".${p.suggestion ? ` Did you mean "${p.suggestion}"?` : ''}`,
  },
});

const problem = problemsOf(mappingMessages);

const text = z.union([z.string().min(1), z.strictObject({ ja: z.string().min(1), en: z.string().min(1) })]);

const rawMapping = z.strictObject({
  rashin: z.literal(1).optional(),
  mapping: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  name: text.optional(),
  dataset: z.string(),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  replaces: z.enum(['period', 'nothing']).optional(),
});

/**
 * Reads an own mapping: which headings of a source are which columns of a dataset of metrics.yaml. [ING-61]
 *
 *     mapping: online-retail
 *     dataset: order-lines
 *     columns: { invoice: InvoiceNo, quantity: [Quantity, 数量] }
 */
export function parseMapping(source: string, datasets: ReadonlyMap<string, Dataset>): Result<Preset> {
  const read = readSource(source);
  if (!read.ok) return read;
  const shaped = rawMapping.safeParse(read.value.data);
  if (!shaped.success) {
    const [issue] = shaped.error.issues;
    const path = (issue?.path ?? []).map(part => (typeof part === 'symbol' ? String(part) : part));
    const detail = `${path.join('.') || 'mapping'}: ${issue?.code ?? ''}`;
    return failed([problem('mapping-shape', { detail }, { at: path, line: read.value.lineOf(path) })]);
  }
  const { mapping, name, dataset: id, columns, replaces } = shaped.data;
  const dataset = datasets.get(id);
  if (!dataset) {
    const place = { at: ['dataset'], line: read.value.lineOf(['dataset']) };
    return failed([problem('mapping-dataset', { dataset: id, ...suggestion(id, datasets.keys()) }, place)]);
  }
  const known = dataset.columns.map(column => column.id);
  const unknown = Object.keys(columns).filter(column => !known.includes(column));
  if (unknown.length > 0) {
    return failed(
      unknown.map(column => {
        const place = { at: ['columns', column], line: read.value.lineOf(['columns', column]) };
        return problem('mapping-column', { column, dataset: id, ...suggestion(column, known) }, place);
      }),
    );
  }
  const headings = Object.fromEntries(
    Object.entries(columns).map(([column, heading]) => [column, typeof heading === 'string' ? [heading] : heading]),
  );
  const preset = datasetPreset(dataset, headings);
  const named = typeof name === 'string' ? sameText(name) : (name ?? sameText(mapping));
  return ok({ ...preset, id: mapping, name: named, isOwn: true, ...(replaces ? { replaces } : {}) });
}
