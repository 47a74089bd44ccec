import { type RefObject, useEffect } from 'react';

/** So far a press may move and still be a click. */
const SLACK = 4;

/** A mouse drags the surface of a scrolling frame; fingers scroll it anyway. A drag is no click. */
export function useDragToScroll(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let from: { x: number; y: number; left: number; top: number } | undefined;
    let moved = false;
    const onDown = (event: PointerEvent) => {
      moved = false;
      if (event.button !== 0 || event.pointerType !== 'mouse' || isItsOwn(event.target)) return;
      const { left, top } = element.getBoundingClientRect();
      if (event.clientX - left >= element.clientWidth || event.clientY - top >= element.clientHeight) return;
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    };
    const onMove = (event: PointerEvent) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(x, y) < SLACK) return;
      if (!moved) {
        moved = true;
        element.setPointerCapture(event.pointerId);
        element.dataset.dragged = '';
      }
      element.scrollLeft = from.left - x;
      element.scrollTop = from.top - y;
    };
    const onUp = () => {
      from = undefined;
      delete element.dataset.dragged;
    };
    const onClick = (event: MouseEvent) => {
      if (!moved) return;
      moved = false;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    element.addEventListener('click', onClick, true);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
      element.removeEventListener('click', onClick, true);
    };
  }, [frame]);
}

/** What is dragged or typed in by itself. */
function isItsOwn(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[draggable="true"], input, select, textarea') !== null;
}
