import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { Icon } from '../ui/icon.tsx';
import style from './people.module.css';
import { COUNT } from './preview-facts.tsx';
import { useDatasetName } from './use-dataset-name.ts';

type Erasure = ResponseOf<Api['erasePerson']>;
type Found = Erasure['batches'][number];

/** Finds a person first, and erases after a second question. */
export function ErasePerson() {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const look = useAction('erasePerson', { refresh: false });
  const [who, setWho] = useState('');
  const [found, setFound] = useState<{ readonly who: string; readonly erasure: Erasure; readonly done: boolean }>();
  const [isSure, setSure] = useState(false);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    const named = who.trim();
    const answer = await look.run({ body: { who: named, preview: true } });
    if (succeeded(answer)) setFound({ who: named, erasure: answer.value, done: false });
  };
  const rows = (count: number) => ({ count, rows: figures.value(count, COUNT) });
  return (
    <Section title={t('eraseTitle')}>
      <p className="mut">{t('eraseText')}</p>
      <form className={style.find} onSubmit={event => void find(event)}>
        <Field label={t('eraseWho')}>
          {control => (
            <TextInput
              {...control}
              value={who}
              maxLength={200}
              autoComplete="off"
              placeholder="taro@example.jp"
              onChange={event => {
                setWho(event.target.value);
                setFound(undefined);
              }}
            />
          )}
        </Field>
        <Button type="submit" icon="search" busy={look.busy} disabled={who.trim() === ''}>
          {t('eraseFind')}
        </Button>
      </form>
      {found && (
        <div className={style.found} role="status">
          {found.erasure.rows === 0 ? (
            <>
              <h3>○ {t('eraseNone')}</h3>
              <p className="mut">{t('eraseNoneText')}</p>
            </>
          ) : (
            <>
              <h3>
                {found.done && <Icon name="check" size={18} />}
                {t(found.done ? 'erasedTitle' : 'eraseFound', rows(found.erasure.rows))}
                <span className="mut">{t('eraseInFiles', { count: found.erasure.batches.length })}</span>
              </h3>
              <FoundRows batches={found.erasure.batches} />
              {found.done && <p className="mut">{t('erasedText')}</p>}
              <OutOfReach copies={found.erasure.copies} />
              {!found.done && (
                <div>
                  <Button danger icon="trash" onClick={() => setSure(true)}>
                    {t('erase')}
                  </Button>
                </div>
              )}
            </>
          )}
        </div>
      )}
      {isSure && found && (
        <EraseDialog
          who={found.who}
          rows={found.erasure.rows}
          onErased={erasure => {
            setFound({ who: found.who, erasure, done: true });
            setSure(false);
          }}
          onClose={() => setSure(false)}
        />
      )}
    </Section>
  );
}

function EraseDialog({
  who,
  rows,
  onErased,
  onClose,
}: {
  readonly who: string;
  readonly rows: number;
  readonly onErased: (erasure: Erasure) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const figures = useFigures();
  const erase = useAction('erasePerson');
  const run = async () => {
    const answer = await erase.run({ body: { who, preview: false } });
    if (succeeded(answer)) onErased(answer.value);
  };
  return (
    <Dialog
      title={t('eraseSure', { count: rows, rows: figures.value(rows, COUNT) })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" danger busy={erase.busy} onClick={() => void run()}>
            {t('erase')}
          </Button>
        </>
      }
    >
      <p>
        <b className={style.who}>{who}</b>
      </p>
      <p>{t('eraseSureText')}</p>
    </Dialog>
  );
}

function FoundRows({ batches }: { readonly batches: readonly Found[] }) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const nameOf = useDatasetName();
  const columns: readonly Column<Found>[] = [
    {
      key: 'file',
      head: t('inFile'),
      isName: true,
      cell: ({ batch, fileName }) => (
        <Link to="/data/imports/$batch" params={{ batch }}>
          {fileName}
        </Link>
      ),
      text: ({ fileName }) => fileName,
    },
    { key: 'dataset', head: t('inDataset'), cell: ({ dataset }) => nameOf(dataset), text: ({ dataset }) => nameOf(dataset) },
    {
      key: 'rows',
      head: t('rows'),
      end: true,
      cell: ({ rows }) => <span className="num">{figures.value(rows, COUNT)}</span>,
      text: ({ rows }) => String(rows),
    },
  ];
  return <DataTable label={t('eraseTitle')} columns={columns} rows={batches} rowKey={({ batch }) => batch} />;
}

function OutOfReach({ copies }: Pick<Erasure, 'copies'>) {
  const { t } = useTranslation('data');
  const figures = useFigures();
  return (
    <div className={style.reach}>
      <h4>{t('outOfReach')}</h4>
      <ul>
        <li>{t('outBackups')}</li>
        <li>{t('outSystems')}</li>
        <li>{t('outTyped')}</li>
        <li>{t('outDifferent')}</li>
        {copies.length > 0 && <li>{t('outCopies', { names: copies.join(figures.lang === 'ja' ? '、' : ', ') })}</li>}
      </ul>
    </div>
  );
}
