/** Something wrong with the writing of a row itself, whatever its cells mean. */
export interface RowFault {
  readonly reason: 'text-after-quote';
  /** 0-based place of the cell. */
  readonly column: number;
}
