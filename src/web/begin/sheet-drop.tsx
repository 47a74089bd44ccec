import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pastedCells } from '#core/begin/pasted-cells.ts';
import { sampleSheet } from '#core/begin/sample-sheet.ts';
import { ask } from '../app/ask.ts';
import { succeeded } from '../app/succeeded.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { Field, TextArea } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { useLang } from '../ui/language.ts';
import { showToast } from '../ui/toasts.tsx';
import style from './begin.module.css';
import { fiscalYearOf } from './fiscal-year-of.ts';
import { type GivenSheets, givenSheets } from './sheet-source.ts';

/** A place for the sheet: paste the cells, drop the file, or look at what becomes of a sample. */
export function SheetDrop({ onSheets }: { readonly onSheets: (sheets: GivenSheets) => void }) {
  const { t } = useTranslation('begin');
  const lang = useLang();
  const { today, calendar } = useWorkspace();
  const input = useRef<HTMLInputElement>(null);
  const [depth, setDepth] = useState(0);
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState('');
  const take = (text: string) => {
    const rows = pastedCells(text);
    if (rows.length > 1) onSheets(givenSheets('', [{ name: '', rows, isCut: false }]));
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    const answer = await ask('readSheetCells', { name: file.name, body: file });
    setBusy(false);
    if (answer.kind === 'failure') showToast({ kind: 'bad', text: answer.failure.message });
    if (succeeded(answer)) onSheets(givenSheets(file.name, answer.value.sheets, answer.value.problems));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDepth(0);
    void read(event.dataTransfer.files[0]);
  };
  return (
    <Card
      className={classNames(style.drop, depth > 0 && style.over)}
      aria-busy={busy}
      onDragEnter={() => setDepth(depth + 1)}
      onDragLeave={() => setDepth(Math.max(0, depth - 1))}
      onDragOver={event => event.preventDefault()}
      onDrop={onDrop}
    >
      <Field label={t('pasteLabel')} hideLabel hint={t('pasteHint')}>
        {control => (
          <TextArea
            {...control}
            rows={7}
            className={style.paste}
            placeholder={busy ? t('reading') : t('pasteHere')}
            value={typed}
            spellCheck={false}
            onChange={event => setTyped(event.target.value)}
            onPaste={event => {
              const text = event.clipboardData.getData('text/plain');
              if (pastedCells(text).length < 2) return;
              event.preventDefault();
              take(text);
            }}
          />
        )}
      </Field>
      <div className={style.dropTools}>
        <Button look="main" icon="upload" busy={busy} onClick={() => input.current?.click()}>
          {t('chooseFile')}
        </Button>
        {typed.trim() !== '' && <Button onClick={() => take(typed)}>{t('readTyped')}</Button>}
        <Button
          look="link"
          onClick={() => {
            const rows = sampleSheet(lang, fiscalYearOf(today, calendar));
            onSheets(givenSheets('', [{ name: '', rows, isCut: false }]));
          }}
        >
          {t('trySample')}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xlsm,.csv,.tsv,.txt"
        aria-label={t('chooseFile')}
        onChange={event => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p className={style.quiet}>{t('readings')}</p>
      <p className={style.promise}>
        <Icon name="lock" size={14} />
        {t('promise')}
      </p>
    </Card>
  );
}
