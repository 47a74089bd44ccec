import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import style from './grid.module.css';
import type { Spot } from './grid-selection.ts';
import type { CellGrid } from './use-cell-grid.ts';

export interface GridCellProps {
  readonly grid: CellGrid;
  readonly spot: Spot;
  /** Line and column in words, for the field that opens in the cell. */
  readonly label: string;
  readonly locked: boolean;
  readonly className?: string | false | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A cell of a grid: chosen, dragged over, typed into. */
export function GridCell({ grid, spot, label, locked, className, title, children }: GridCellProps) {
  const isAt = grid.isAt(spot);
  const isIn = grid.isIn(spot);
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid
      role="gridcell"
      tabIndex={isAt ? 0 : -1}
      data-cell={`${spot.row} ${spot.column}`}
      aria-selected={isIn}
      aria-readonly={locked}
      title={title}
      className={classNames(locked && style.locked, isIn && style.selected, isAt && style.active, className)}
      onPointerDown={event => grid.onPointerDown(event, spot, isAt)}
      onPointerEnter={event => grid.onPointerEnter(event, spot)}
      onDoubleClick={() => grid.begin()}
    >
      {isAt && grid.typed !== undefined ? (
        <input
          // biome-ignore lint/a11y/noAutofocus: the cell has been entered on purpose
          autoFocus
          aria-label={label}
          value={grid.typed}
          onChange={event => grid.setTyped(event.target.value)}
          onBlur={() => grid.store('stay')}
        />
      ) : (
        children
      )}
    </td>
  );
}
