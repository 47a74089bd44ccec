import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeBox } from '#core/share/tree-box.ts';
import type { TreeLayout } from '#core/share/tree-layout.ts';
import { stepInTree, type TreeStep } from '#core/share/tree-steps.ts';
import { IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import style from './tree-canvas.module.css';
import { useDragToScroll } from './use-drag-to-scroll.ts';
import { EVERYTHING, type FrameSize, useSeen } from './use-seen.ts';

export interface TreeCanvasProps {
  readonly layout: TreeLayout;
  /** Key of the box that the keyboard stands on. */
  readonly active: string | undefined;
  readonly onActive: (box: TreeBox) => void;
  readonly onOpen: (box: TreeBox) => void;
  readonly onFold: (box: TreeBox) => void;
  readonly onEscape: () => void;
  readonly onEdit?: ((box: TreeBox) => void) | undefined;
  readonly onPick?: ((box: TreeBox) => void) | undefined;
  /** Alt with an arrow: it changes places with the card before or behind it. */
  readonly onShift?: ((box: TreeBox, by: -1 | 1) => void) | undefined;
  readonly box: (box: TreeBox) => ReactNode;
  readonly band: (factor: string, height: number) => ReactNode;
  /** Buttons beside those for zooming. */
  readonly tools?: ReactNode;
}

type Zoom = number | 'width' | 'all';

const STEPS: Readonly<Record<string, TreeStep>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const SHIFTS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };
const LEVELS = [0.1, 0.17, 0.25, 0.35, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];
/** Of the whole tree at once, where its shape is all that can be seen. */
const SMALLEST = 0.03;
/** Smaller than this nobody reads; the tree scrolls instead. */
const READABLE = 0.75;
const PAD = 16;
/** Room for the buttons below the tree. */
const TOOLS = 46;
/** Trees up to this many boxes are drawn as a whole. */
const SMALL = 120;

/** The tree on a surface that scrolls, zooms and is dragged; only what is in sight is drawn when it is large. */
export function TreeCanvas({
  layout,
  active,
  onActive,
  onOpen,
  onFold,
  onEscape,
  onEdit,
  onPick,
  onShift,
  box,
  band,
  tools,
}: TreeCanvasProps) {
  const { t } = useTranslation('plan');
  const frame = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>('width');
  const { seen, size } = useSeen(frame);
  const scale = scaleOf(zoom, layout, size);
  const keep = useRef<{ readonly x: number; readonly y: number; readonly left: number; readonly top: number }>(undefined);
  const current = useRef(scale);
  current.current = scale;
  const zoomTo = useCallback((next: Zoom, at?: { readonly x: number; readonly y: number }) => {
    const element = frame.current;
    if (element && typeof next === 'number') {
      const left = at?.x ?? element.clientWidth / 2;
      const top = at?.y ?? element.clientHeight / 2;
      keep.current = {
        x: (element.scrollLeft + left - PAD) / current.current,
        y: (element.scrollTop + top - PAD) / current.current,
        left,
        top,
      };
    }
    setZoom(next);
  }, []);
  useLayoutEffect(() => {
    const element = frame.current;
    const point = keep.current;
    if (!element || !point) return;
    keep.current = undefined;
    element.scrollLeft = point.x * scale + PAD - point.left;
    element.scrollTop = point.y * scale + PAD - point.top;
  }, [scale]);
  useDragToScroll(frame);
  useWheelZoom(frame, current, zoomTo);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.altKey && !event.ctrlKey && !event.metaKey ? SHIFTS[event.key] : undefined;
    const moved = by && layout.boxes.find(({ key }) => key === active);
    if (by && moved && onShift) {
      event.preventDefault();
      onShift(moved, by);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') return onEscape();
    const from = layout.boxes.find(({ key }) => key === active);
    const step = STEPS[event.key];
    if (!from || !(event.target instanceof HTMLElement) || event.target.dataset.key === undefined) return;
    if (step) {
      event.preventDefault();
      const next = stepInTree(layout, from.key, step);
      if (next) onActive(next);
    } else if (event.key === ' ') {
      event.preventDefault();
      if (event.shiftKey) onPick?.(from);
      else if (from.hasParts) onFold(from);
    } else if (event.key === 'F2') {
      event.preventDefault();
      onEdit?.(from);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(from);
    }
  };
  useEffect(() => {
    const element = frame.current;
    const focused = document.activeElement;
    if (!element || active === undefined) return;
    const card = element.querySelector<HTMLElement>(`[data-key="${CSS.escape(active)}"]`);
    if (focused && element.contains(focused) && focused !== card) card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  // Zooming and scrolling move the cards; what they say stays, and need not be drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another layout has other boxes under the same keys
  const drawn = useMemo(() => new Map<string, ReactNode>(), [box, layout]);
  const cardOf = (one: TreeBox) => {
    const known = drawn.get(one.key);
    if (known !== undefined) return known;
    const made = box(one);
    drawn.set(one.key, made);
    return made;
  };

  const window = layout.boxes.length <= SMALL ? EVERYTHING : seen;
  const inSight = ({ x, y, width, height }: Rectangle) =>
    (x + width) * scale + PAD >= window.left &&
    x * scale + PAD <= window.right &&
    (y + height) * scale + PAD >= window.top &&
    y * scale + PAD <= window.bottom;
  const width = layout.width * scale + 2 * PAD;
  const height = layout.height * scale + 2 * PAD;
  return (
    <div className={style.canvas}>
      <section
        ref={frame}
        className={style.frame}
        style={{ height, maxHeight: size.most - TOOLS }}
        onKeyDown={onKeyDown}
        aria-label={t('treeLabel')}
      >
        <div className={style.ground} style={{ width, height }}>
          <div
            className={classNames(style.sheet, scale < 0.4 && style.far)}
            style={{ transform: `translate(${PAD}px, ${PAD}px) scale(${scale})`, '--scale': scale }}
          >
            <svg className={style.links} width={layout.width} height={layout.height} aria-hidden="true">
              {layout.links.map(({ parent, path }) => (
                <path key={parent} d={path} />
              ))}
            </svg>
            {layout.bands.map(({ factor, x, y, width: wide, height: high }) => (
              <div key={factor} className={style.band} style={{ left: x, top: y, width: wide, height: high }}>
                {band(factor, high)}
              </div>
            ))}
            {layout.boxes.map(
              one =>
                (one.key === active || inSight(one)) && (
                  <div
                    key={one.key}
                    className={style.box}
                    style={{ left: one.x, top: one.y, width: one.width, height: one.height }}
                  >
                    {cardOf(one)}
                  </div>
                ),
            )}
            {layout.signs.map(
              sign =>
                inSight(sign) && (
                  <span
                    key={sign.key}
                    className={style.sign}
                    style={{ left: sign.x, top: sign.y, width: sign.width, height: sign.height }}
                  >
                    {sign.text}
                  </span>
                ),
            )}
          </div>
        </div>
      </section>
      <div className={style.tools}>
        {tools}
        <IconButton
          small
          icon="minus"
          name={t('zoomOut')}
          onClick={() => zoomTo(LEVELS.findLast(level => level < scale - 0.01) ?? scale)}
        />
        <button type="button" className={style.level} title={t('actualSize')} onClick={() => zoomTo(1)}>
          <span className="visually-hidden">{t('actualSize')}</span>
          <span className="num">{Math.round(scale * 100)}%</span>
        </button>
        <IconButton
          small
          icon="plus"
          name={t('zoomIn')}
          onClick={() => zoomTo(LEVELS.find(level => level > scale + 0.01) ?? scale)}
        />
        <IconButton small icon="fit" name={t('fit')} onClick={() => zoomTo('all')} />
      </div>
    </div>
  );
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function scaleOf(zoom: Zoom, layout: TreeLayout, size: FrameSize): number {
  if (typeof zoom === 'number') return zoom;
  if (size.width === 0 || layout.width === 0) return 1;
  const wide = Math.min(1, (size.width - 2 * PAD) / layout.width);
  if (zoom === 'width') return Math.max(READABLE, wide);
  return Math.max(SMALLEST, Math.min(wide, (size.most - 2 * PAD - TOOLS) / layout.height));
}

/** Ctrl and the wheel, or two fingers on a pad, zoom around the pointer. */
function useWheelZoom(
  frame: RefObject<HTMLDivElement | null>,
  scale: RefObject<number>,
  zoomTo: (zoom: number, at: { readonly x: number; readonly y: number }) => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const next = Math.min(2, Math.max(0.1, scale.current * Math.exp(-event.deltaY / 300)));
      zoomTo(next, { x: event.clientX - left, y: event.clientY - top });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, scale, zoomTo]);
}
