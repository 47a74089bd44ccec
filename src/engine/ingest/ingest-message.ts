import type { Inspection, NormalisedBatch } from '#core/measure/recognise/inspection.ts';
import type { Result } from '#core/problem/problem.ts';
import type { InspectOptions } from './inspect-options.ts';
import type { NormaliseOptions } from './normalise.ts';
import type { FileCells } from './sheet-cells.ts';

/** What the reading thread is asked to do. Plain data. */
export type IngestRequest =
  | { readonly do: 'inspect'; readonly path: string; readonly options: InspectOptions }
  | { readonly do: 'normalise'; readonly path: string; readonly options: NormaliseOptions }
  | { readonly do: 'cells'; readonly path: string; readonly options: { readonly name: string } };

export type IngestAnswer =
  | { readonly did: 'inspect'; readonly result: Result<Inspection> }
  | { readonly did: 'normalise'; readonly result: Result<NormalisedBatch> }
  | { readonly did: 'cells'; readonly result: Result<FileCells> };

/** How far the reading is. */
export interface IngestProgress {
  /** Bytes read so far, over all passes; of compressed files, after decompression. */
  readonly bytes: number;
}
