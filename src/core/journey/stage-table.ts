import type { StageAnswer, StageRow } from './stage-question.ts';

/** Stages with what follows from their counts. */
export interface StageTable {
  readonly stages: readonly StageTableRow[];
  /** Last over first; null over zero. */
  readonly overall: number | null;
  /** All who are somewhere on the way, and the value they carry. */
  readonly open: { readonly people: number; readonly value: number };
  /** The stage where most people are; null with nobody. */
  readonly fullest: number | null;
}

export interface StageTableRow extends StageRow {
  /** Of those who reached the stage before; null for the first and over zero. */
  readonly rate: number | null;
  /** People who reached the stage before and not this one (yet). */
  readonly lost: number;
  /** Those here of all who reached the stage: how much of it is still undecided. */
  readonly undecided: number | null;
}

/** Rates from stage to stage, losses, and what is still open. Rates are fractions, null over zero. [JRN-73] */
export function stageTable({ stages }: StageAnswer): StageTable {
  const rows = stages.map((row, index): StageTableRow => {
    const before = stages[index - 1]?.reached;
    return {
      ...row,
      rate: before === undefined ? null : over(row.reached, before),
      lost: before === undefined ? 0 : before - row.reached,
      undecided: over(row.here, row.reached),
    };
  });
  const most = Math.max(0, ...stages.map(({ here }) => here));
  return {
    stages: rows,
    overall: over(stages.at(-1)?.reached ?? 0, stages[0]?.reached ?? 0),
    open: {
      people: stages.reduce((sum, { here }) => sum + here, 0),
      value: stages.reduce((sum, { value }) => sum + value, 0),
    },
    fullest: most === 0 ? null : stages.findIndex(({ here }) => here === most),
  };
}

function over(people: number, of: number): number | null {
  return of === 0 ? null : people / of;
}
