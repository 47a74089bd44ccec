import type { InspectedTable } from '#contract/upload.ts';

/** Up to three different values of a column, by its place, of rows that are imported; as the file writes them. */
export function sampleValues({ sample, skipped, columns }: InspectedTable, place: number): readonly string[] {
  const leftOut = new Set([...skipped.lines, ...skipped.bad].map(({ line }) => line));
  const own = sample.filter(({ line }) => !leftOut.has(line)).map(({ cells }) => cells[place] ?? '');
  const values = [...new Set(own)].filter(value => value !== '');
  return (values.length > 0 ? values : (columns[place]?.samples ?? [])).slice(0, 3);
}
