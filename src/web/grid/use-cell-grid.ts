import { type ClipboardEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { tsv } from '#core/share/tsv.ts';
import { placedBlock, readBlock } from './grid-block.ts';
import { blockOf, moved, type Selection, type Spot } from './grid-selection.ts';

/** What a grid shows and takes: cells by line and column. */
export interface GridDesk {
  readonly rows: number;
  readonly columns: number;
  /** A cell as a spreadsheet takes it. */
  readonly plain: (spot: Spot) => string;
  readonly canEdit: (spot: Spot) => boolean;
  /** Writes cells as one step. */
  readonly write: (cells: readonly GridText[]) => void;
  /** Somebody tries to type into a cell that takes nothing. */
  readonly refuse?: (spot: Spot) => void;
  /** Takes the last step back. */
  readonly undo?: () => void;
}

/** What is typed or pasted for a cell. */
export interface GridText extends Spot {
  readonly text: string;
}

/**
 * A grid as in a spreadsheet: arrows, Enter, Tab, typing, Delete, blocks from and to the clipboard. [PLN-73, PLN-74]
 * `at`: the cell chosen first. `onSpot`: is told where the reader has got to.
 */
export function useCellGrid(desk: GridDesk, at: Spot, onSpot?: (spot: Spot) => void) {
  const [selection, setSelection] = useState<Selection>({ from: at, to: at });
  const [typed, setTyped] = useState<string>();
  const table = useRef<HTMLTableElement>(null);
  const block = blockOf(selection);
  const { to: spot } = selection;

  // Where there are more columns than fit, the first one chosen is in sight.
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>('[data-cell][aria-selected="true"]');
    const frame = table.current?.parentElement;
    if (cell && frame) frame.scrollLeft = cell.offsetLeft - frame.clientWidth / 2;
  }, []);

  useEffect(() => {
    const focused = document.activeElement;
    if (typed === undefined && focused && table.current?.contains(focused)) {
      table.current.querySelector<HTMLElement>(`[data-cell="${spot.row} ${spot.column}"]`)?.focus({ preventScroll: true });
      document.activeElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }, [spot.row, spot.column, typed]);

  const select = (next: Selection) => {
    setSelection(next);
    onSpot?.(next.to);
  };
  const begin = (text?: string) => {
    if (desk.canEdit(spot)) setTyped(text ?? desk.plain(spot));
    else desk.refuse?.(spot);
  };
  const store = (step: 'down' | 'right' | 'left' | 'stay') => {
    if (typed !== undefined && typed.trim() !== desk.plain(spot)) desk.write([{ ...spot, text: typed }]);
    setTyped(undefined);
    const key = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft', stay: '' }[step];
    const next = moved(selection, { key, isFar: false, grows: false }, desk);
    if (next) select(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (typed !== undefined) {
      if (event.key === 'Enter') store(event.shiftKey ? 'stay' : 'down');
      else if (event.key === 'Tab') store(event.shiftKey ? 'left' : 'right');
      else if (event.key === 'Escape') setTyped(undefined);
      else return;
      event.preventDefault();
      return;
    }
    if (event.altKey) return;
    const isFar = event.ctrlKey || event.metaKey;
    const next = moved(selection, { key: event.key, isFar, grows: event.shiftKey }, desk);
    if (next) select(next);
    else if (isFar && event.key === 'z' && desk.undo) desk.undo();
    else if (isFar) return;
    else if (event.key === 'Enter' || event.key === 'F2') begin();
    else if (event.key === 'Delete' || event.key === 'Backspace') desk.write(spotsIn(block).map(cell => ({ ...cell, text: '' })));
    else if (event.key.length === 1 && event.key !== ' ') begin(event.key);
    else return;
    event.preventDefault();
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    const lines = range(block.top, block.bottom).map(row =>
      range(block.left, block.right).map(column => desk.plain({ row, column })),
    );
    event.clipboardData.setData('text/plain', tsv(lines));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typed !== undefined) return;
    event.preventDefault();
    const placed = placedBlock(readBlock(event.clipboardData.getData('text/plain')), selection, desk);
    desk.write(placed.filter(({ text, ...cell }) => text !== desk.plain(cell)));
    const last = placed.at(-1);
    if (last) setSelection({ from: { row: block.top, column: block.left }, to: { row: last.row, column: last.column } });
  };
  return {
    /** For the table. */
    table: {
      ref: table,
      // A table whose cells are edited is a grid.
      role: 'grid',
      'aria-multiselectable': true,
      onKeyDown,
      onCopy,
      onPaste,
    } as const,
    spot,
    typed,
    setTyped,
    isIn: ({ row, column }: Spot) => row >= block.top && row <= block.bottom && column >= block.left && column <= block.right,
    isAt: ({ row, column }: Spot) => row === spot.row && column === spot.column,
    begin,
    store,
    onPointerDown: (event: PointerEvent<HTMLElement>, cell: Spot, isAt: boolean) => {
      if (isAt && typed !== undefined) return;
      if (typed !== undefined) store('stay');
      event.preventDefault();
      select({ from: event.shiftKey ? selection.from : cell, to: cell });
      event.currentTarget.focus({ preventScroll: true });
    },
    onPointerEnter: (event: PointerEvent, cell: Spot) => {
      if (event.buttons === 1 && typed === undefined) setSelection({ from: selection.from, to: cell });
    },
  };
}

export type CellGrid = ReturnType<typeof useCellGrid>;

function spotsIn({ top, bottom, left, right }: ReturnType<typeof blockOf>): readonly Spot[] {
  return range(top, bottom).flatMap(row => range(left, right).map(column => ({ row, column })));
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, place) => from + place);
}
