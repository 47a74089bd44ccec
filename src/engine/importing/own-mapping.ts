import type { Dataset } from '#core/measure/dataset.ts';
import { parseMapping as parseMappingDocument } from '#core/measure/recognise/mapping-document.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import { failed, messages, problemsOf, type Result } from '#core/problem/problem.ts';
import { suggestion } from '#core/problem/suggest.ts';

export const mappingMessages = messages({
  'mapping-column': {
    severity: 'error',
    ja: (p: { column: string; dataset: string; suggestion?: string }) =>
      `データ「${p.dataset}」に列「${p.column}」はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : 'metrics.yaml のデータに列を足すか、マッピングから外してください。'}`,
    en: (p: { column: string; dataset: string; suggestion?: string }) =>
      `Dataset "${p.dataset}" has no column "${p.column}". ${p.suggestion ? `Did you mean "${p.suggestion}"?` : 'Add it to the dataset in metrics.yaml, or take it out of the mapping.'}`,
  },
});

const problem = problemsOf(mappingMessages);

/** Reads an own mapping. Where metrics.yaml declares its dataset, the mapping fills no columns that the dataset does not have. [ING-50] */
export function parseMapping(source: string, datasets: ReadonlyMap<string, Dataset>): Result<Preset> {
  const read = parseMappingDocument(source);
  const dataset = read.ok ? datasets.get(read.value.dataset.id) : undefined;
  if (!read.ok || !dataset) return read;
  const known = dataset.columns.map(({ id }) => id);
  const isTime = (role: string): boolean => role === 'time' && dataset.kind === 'aggregate';
  const unknown = read.value.columns.filter(({ to, role }) => !known.includes(to) && !isTime(role));
  if (unknown.length === 0) return read;
  return failed(
    unknown.map(({ to: column }) =>
      problem('mapping-column', { column, dataset: dataset.id, ...suggestion(column, known) }, { at: ['columns', column] }),
    ),
  );
}
