import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import style from './dialog.module.css';

export interface DialogProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons; the main one last. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

/** A question that has to be answered or waved away first. Shown while it is mounted; Escape and the backdrop close it. */
export function Dialog({ title, onClose, children, foot, wide }: DialogProps) {
  const ref = useModal(onClose);
  const id = useId();
  const { t } = useTranslation('ui');
  return (
    <dialog ref={ref} aria-labelledby={id} className={classNames(style.dialog, wide && style.wide)}>
      <div className={style.head}>
        <h2 id={id}>{title}</h2>
        <IconButton name={t('close')} icon="close" onClick={onClose} />
      </div>
      <div className={style.body}>{children}</div>
      {foot && <div className={style.foot}>{foot}</div>}
    </dialog>
  );
}

/** Opens a dialog element on top of everything while it is mounted; the browser keeps the focus inside and gives it back. */
export function useModal(onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    dialog.showModal();
    const onCancel = (event: Event) => {
      event.preventDefault();
      close.current();
    };
    const onPointerDown = (event: PointerEvent) => {
      if (event.target !== dialog) return;
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const inside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
      if (!inside) close.current();
    };
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('pointerdown', onPointerDown);
    return () => {
      dialog.removeEventListener('cancel', onCancel);
      dialog.removeEventListener('pointerdown', onPointerDown);
      dialog.close();
    };
  }, []);
  return ref;
}
