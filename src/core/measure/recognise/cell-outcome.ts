/** What reading a cell as its column's type has come to. */
export type CellOutcome = 'value' | 'missing' | 'bounded' | BadCell;

/** Why a cell cannot be taken. */
export type BadCell =
  | 'not-a-number'
  | 'ambiguous-number'
  | 'not-whole'
  | 'too-large'
  | 'not-a-date'
  | 'no-such-date'
  | 'ambiguous-date'
  | 'not-a-boolean'
  | 'not-a-duration';

/** Why a row cannot be taken. `missing-date` and `missing-label`: the cell every row must have is empty. */
export type BadRow =
  | BadCell
  | 'too-few-cells'
  | 'too-many-cells'
  | 'text-after-quote'
  | 'missing-date'
  | 'missing-label'
  | 'period-backwards';

export function isBad(outcome: CellOutcome): outcome is BadCell {
  return outcome !== 'value' && outcome !== 'missing' && outcome !== 'bounded';
}
