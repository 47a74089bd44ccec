import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Text } from '#core/text/text.ts';
import { Button, IconButton } from './button.tsx';
import { SHAPES } from './pill.tsx';
import { createStore, useStore } from './store.ts';
import style from './toasts.module.css';

export interface Toast {
  readonly kind: 'good' | 'bad';
  readonly text: Text;
  /** Takes back what was just done. */
  readonly undo?: () => void;
}

interface Shown extends Toast {
  readonly id: number;
}

const shown = createStore<readonly Shown[]>([]);
let count = 0;

/** Says in passing what has happened; goes away by itself, later when it can be taken back. */
export function showToast(toast: Toast): void {
  count += 1;
  shown.set([...shown.get().slice(-2), { ...toast, id: count }]);
}

function dismiss(id: number): void {
  shown.set(shown.get().filter(toast => toast.id !== id));
}

/** The place where toasts appear, spoken as they come; above everything, open dialogs included. */
export function Toasts() {
  const toasts = useStore(shown);
  const ref = useRef<HTMLDivElement>(null);
  const newest = toasts.at(-1)?.id;
  useEffect(() => {
    const place = ref.current;
    if (!place) return;
    if (place.matches(':popover-open')) place.hidePopover();
    if (newest !== undefined) place.showPopover();
  }, [newest]);
  return (
    <div ref={ref} popover="manual" className={style.stack} role="status" aria-live="polite">
      {toasts.map(toast => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Shown }) {
  const { t, i18n } = useTranslation('ui');
  const { id, kind, undo } = toast;
  const lasts = undo || kind === 'bad' ? 9_000 : 4_000;
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), lasts);
    return () => clearTimeout(timer);
  }, [id, lasts]);
  return (
    <div className={style.toast}>
      <span className={style.mark} aria-hidden="true">
        {SHAPES[kind]}
      </span>
      <span>{toast.text[i18n.language === 'en' ? 'en' : 'ja']}</span>
      {undo && (
        <Button
          small
          onClick={() => {
            dismiss(id);
            undo();
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton small name={t('close')} icon="close" onClick={() => dismiss(id)} />
    </div>
  );
}
