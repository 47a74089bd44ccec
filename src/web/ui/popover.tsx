import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import style from './popover.module.css';

export interface PopoverProps {
  /** What it hangs at. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly label: string;
  readonly role?: 'dialog' | 'menu';
  readonly align?: 'start' | 'end';
  readonly className?: string | undefined;
}

/** A small sheet at something on the page: on top of everything, closed by Escape, a click elsewhere, or scrolling its anchor away. */
export function Popover({ anchor, onClose, children, label, role = 'dialog', align = 'start', className }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const sheet = ref.current;
    const at = anchor.current;
    if (!sheet || !at) return undefined;
    sheet.showPopover();
    const settle = () => place(sheet, at, align);
    settle();
    const first = sheet.querySelector<HTMLElement>('[autofocus], [data-first], input, button, a[href]');
    (first ?? sheet).focus({ preventScroll: true });
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !sheet.contains(event.target) && !at.contains(event.target)) close.current();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close.current();
    };
    const watched = new ResizeObserver(settle);
    watched.observe(sheet);
    document.addEventListener('pointerdown', onPointerDown, true);
    sheet.addEventListener('keydown', onKeyDown);
    window.addEventListener('resize', settle);
    window.addEventListener('scroll', settle, true);
    return () => {
      watched.disconnect();
      document.removeEventListener('pointerdown', onPointerDown, true);
      sheet.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('resize', settle);
      window.removeEventListener('scroll', settle, true);
      const held = sheet.contains(document.activeElement);
      if (sheet.matches(':popover-open')) sheet.hidePopover();
      if (held)
        (at.matches('button, a, input') ? at : at.querySelector<HTMLElement>('button, a, input'))?.focus({ preventScroll: true });
    };
  }, [anchor, align]);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: dialogs and menus both have names
    <div ref={ref} popover="manual" role={role} aria-label={label} tabIndex={-1} className={classNames(style.popover, className)}>
      {children}
    </div>
  );
}

const GAP = 6;
const EDGE = 8;

/** Below its anchor where there is room, else above; never over the edge of the window. */
function place(sheet: HTMLElement, at: HTMLElement, align: 'start' | 'end'): void {
  const anchor = at.getBoundingClientRect();
  const { width, height } = sheet.getBoundingClientRect();
  const below = window.innerHeight - anchor.bottom - GAP - EDGE;
  const top = below >= height || below >= anchor.top ? anchor.bottom + GAP : Math.max(EDGE, anchor.top - GAP - height);
  const wanted = align === 'start' ? anchor.left : anchor.right - width;
  const left = Math.max(EDGE, Math.min(wanted, window.innerWidth - width - EDGE));
  sheet.style.top = `${Math.round(Math.min(top, Math.max(EDGE, window.innerHeight - height - EDGE)))}px`;
  sheet.style.left = `${Math.round(left)}px`;
}
