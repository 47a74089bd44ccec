import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import style from './import.module.css';

/** A place to drop files on, and a button that picks them. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('data');
  const input = useRef<HTMLInputElement>(null);
  const [depth, setDepth] = useState(0);
  const isOver = depth > 0;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDepth(0);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-label={t('importTitle')}
      className={classNames(style.drop, isOver && style.over)}
      onDragEnter={() => setDepth(depth + 1)}
      onDragLeave={() => setDepth(Math.max(0, depth - 1))}
      onDragOver={event => event.preventDefault()}
      onDrop={onDrop}
    >
      <span className={style.sign}>
        <Icon name="upload" size={26} />
      </span>
      <h2>{t(isOver ? 'dropNow' : 'dropHere')}</h2>
      <Button look="main" onClick={() => input.current?.click()}>
        {t('chooseFiles')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('chooseFiles')}
        onChange={event => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <p>{t('dropNote')}</p>
      <p className={style.promise}>
        <Icon name="lock" size={14} />
        {t('dropPromise')}
      </p>
    </section>
  );
}
