import type { Dataset } from '#core/measure/dataset.ts';
import type { Preset } from '#core/measure/recognise/preset.ts';
import { datasetPreset } from './dataset-preset.ts';

/** A dataset's own columns for rows that a machine has made: any of them may be missing but the moment of an event, and none is a total. [PSH-04] */
export function machinePreset(dataset: Dataset): Preset {
  return {
    ...datasetPreset(dataset),
    requires: dataset.kind === 'event' ? [[dataset.time]] : [],
    period: dataset.kind === 'event' ? 'row' : 'ask',
    totals: 'none',
  };
}
