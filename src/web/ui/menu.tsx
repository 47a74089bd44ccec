import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import style from './popover.module.css';
import { Popover } from './popover.tsx';

export type MenuEntry =
  | {
      readonly kind?: 'item';
      readonly id: string;
      readonly label: string;
      readonly note?: string | undefined;
      readonly icon?: IconName;
      /** One of several: this is the chosen one, or not. */
      readonly checked?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string }
  | { readonly kind: 'rule'; readonly id: string };

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  /** The button: gets what it needs to open the menu. */
  readonly children: (trigger: MenuTrigger) => ReactNode;
  readonly className?: string | undefined;
}

export interface MenuTrigger {
  readonly onClick: () => void;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
}

/** A list of things to choose or do, opened by a button. Arrows, Home, End and first letters move; Escape closes. */
export function Menu({ label, entries, align = 'start', children, className }: MenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <span ref={anchor} className={className} style={{ display: 'inline-flex', minWidth: 0 }}>
      {children({ onClick: () => setOpen(!open), 'aria-haspopup': 'menu', 'aria-expanded': open })}
      {open && (
        <Popover anchor={anchor} onClose={() => setOpen(false)} role="menu" label={label} align={align} className={style.menu}>
          <MenuItems entries={entries} onDone={() => setOpen(false)} />
        </Popover>
      )}
    </span>
  );
}

function MenuItems({ entries, onDone }: { readonly entries: readonly MenuEntry[]; readonly onDone: () => void }) {
  const checkable = entries.some(entry => entry.kind !== 'heading' && entry.kind !== 'rule' && entry.checked !== undefined);
  return entries.map(entry => {
    if (entry.kind === 'heading') {
      return (
        <div key={entry.id} className={style.heading} role="presentation">
          {entry.label}
        </div>
      );
    }
    if (entry.kind === 'rule') return <hr key={entry.id} className={style.rule} />;
    const { id, label, note, icon, checked, disabled, onSelect } = entry;
    return (
      <button
        key={id}
        type="button"
        role={checked === undefined ? 'menuitem' : 'menuitemradio'}
        {...(checked === undefined ? {} : { 'aria-checked': checked })}
        {...(checked ? { 'data-first': true } : {})}
        tabIndex={-1}
        disabled={disabled}
        className={style.item}
        onKeyDown={move}
        onClick={() => {
          onDone();
          onSelect();
        }}
      >
        {(checkable || icon) && (
          <span className={style.mark}>{checked ? <Icon name="check" /> : icon && <Icon name={icon} />}</span>
        )}
        <span className={style.words}>
          {label}
          {note && <span className={style.note}>{note}</span>}
        </span>
      </button>
    );
  });
}

/** Moves the focus inside a menu. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const menu = event.currentTarget.closest('[role="menu"]');
  const items = [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
  const at = items.indexOf(event.currentTarget);
  const next = {
    ArrowDown: items[(at + 1) % items.length],
    ArrowUp: items[(at - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  const typed =
    event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' ' ? event.key.toLowerCase() : undefined;
  const byLetter =
    typed && [...items.slice(at + 1), ...items].find(item => item.textContent?.trim().toLowerCase().startsWith(typed));
  const target = next ?? byLetter;
  if (!target) return;
  event.preventDefault();
  target.focus();
}
