import type { Said } from './recognise-context.ts';
import type { TableMapping } from './table-mapping.ts';

/**
 * Whether a dataset is called after the file it came in, and nobody has chosen it: a renamed copy of the file would be proposed another.
 * [ING-13, ING-42]
 */
export function isNamedAfterFile({ source }: Pick<TableMapping, 'source'>, said: Pick<Said, 'dataset'>): boolean {
  return source.kind === 'generic' && said.dataset === undefined;
}
