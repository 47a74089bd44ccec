import { type RefObject, useEffect, useState } from 'react';

/** A stretch of a scrolled surface, in its pixels. */
export interface Window {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface FrameSize {
  readonly width: number;
  /** How high it may become before it scrolls. */
  readonly most: number;
}

export const EVERYTHING: Window = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

/** What is drawn around the part in sight, so that scrolling finds it there. */
const MARGIN = 500;
/** The part that counts as seen moves in such steps, so that not every pixel draws anew. */
const STEP = 200;

/** A frame is at least so high, and ends so far above the end of the window. */
const LEAST = 440;
const BELOW = 16;

/** The part of a scrolling frame that is in sight, with a margin, and the frame's size. */
export function useSeen(frame: RefObject<HTMLElement | null>): { readonly seen: Window; readonly size: FrameSize } {
  const [state, setState] = useState({ left: 0, top: 0, width: 0, height: 0, most: 600 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let asked = 0;
    const measure = () => {
      asked = 0;
      const { scrollLeft, scrollTop, clientWidth: width, clientHeight: height } = element;
      const left = Math.floor(scrollLeft / STEP) * STEP;
      const top = Math.floor(scrollTop / STEP) * STEP;
      const above = element.getBoundingClientRect().top + window.scrollY;
      const most = Math.max(LEAST, window.innerHeight - above - BELOW);
      setState(before =>
        before.left === left && before.top === top && before.width === width && before.height === height && before.most === most
          ? before
          : { left, top, width, height, most },
      );
    };
    const ask = () => {
      asked ||= requestAnimationFrame(measure);
    };
    measure();
    const watched = new ResizeObserver(ask);
    watched.observe(element);
    // What stands above it may grow.
    watched.observe(document.body);
    window.addEventListener('resize', ask);
    element.addEventListener('scroll', ask, { passive: true });
    return () => {
      cancelAnimationFrame(asked);
      watched.disconnect();
      window.removeEventListener('resize', ask);
      element.removeEventListener('scroll', ask);
    };
  }, [frame]);
  const { left, top, width, height, most } = state;
  return {
    seen: { left: left - MARGIN, right: left + width + STEP + MARGIN, top: top - MARGIN, bottom: top + height + STEP + MARGIN },
    size: { width, most },
  };
}
