import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { succeeded } from '../app/succeeded.ts';
import { useAction } from '../app/use-action.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Fine, Loading } from '../ui/states.tsx';
import style from './people.module.css';
import { peopleLabels } from './people-labels.ts';
import { COUNT } from './preview-facts.tsx';
import { useDatasetName } from './use-dataset-name.ts';

type Retention = ResponseOf<Api['retention']>;
type Expiry = ResponseOf<Api['putRetention']>;

const CHOICES = [3, 6, 12, 24, 36, 60, 84, 120] as const;
const EVER = 'ever';
const AS_ALL = 'all';

/** How long data are kept, for all and for single datasets; what a change would take away is shown before it is made. */
export function RetentionCard() {
  const { t } = useTranslation('data');
  const stored = useAnswer('retention', {}).data;
  return (
    <Section title={t('retentionTitle')}>
      <p className="mut">{t('retentionText')}</p>
      {stored ? <RetentionForm key={JSON.stringify(stored)} stored={stored} /> : <Loading lines={3} />}
    </Section>
  );
}

function RetentionForm({ stored }: { readonly stored: Retention }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const { sources } = useWorkspace();
  const [draft, setDraft] = useState(stored);
  const [expiry, setExpiry] = useState<Expiry>();
  const look = useAction('putRetention', { refresh: false });
  const see = async () => {
    const answer = await look.run({ body: { ...draft, preview: true } });
    if (succeeded(answer)) setExpiry(answer.value);
  };
  const own = (dataset: string) => draft.datasets.find(one => one.dataset === dataset);
  const setOwn = (dataset: string, value: string) =>
    setDraft({
      ...draft,
      datasets: [
        ...draft.datasets.filter(one => one.dataset !== dataset),
        ...(value === AS_ALL ? [] : [{ dataset, months: monthsOf(value) }]),
      ],
    });
  const isSame = JSON.stringify(sorted(draft)) === JSON.stringify(sorted(stored));
  const options = useMonthOptions(draft);
  return (
    <>
      <div className={style.keep}>
        <span id="retention-all">{t('retentionAll')}</span>
        <Select
          small
          aria-labelledby="retention-all"
          value={keptAs(draft.months)}
          options={options}
          onChange={event => setDraft({ ...draft, months: monthsOf(event.target.value) })}
        />
      </div>
      {sources.length > 0 && (
        <details className={style.each} open={stored.datasets.length > 0}>
          <summary>{t('retentionPerData')}</summary>
          <ul>
            {sources.map(({ dataset, name }) => {
              const set = own(dataset);
              return (
                <li key={dataset} className={style.keep}>
                  <span>{say(name)}</span>
                  <Select
                    small
                    aria-label={t('retentionFor', { name: say(name) })}
                    value={set ? keptAs(set.months) : AS_ALL}
                    options={[{ value: AS_ALL, label: t('keepAsAll') }, ...options]}
                    onChange={event => setOwn(dataset, event.target.value)}
                  />
                </li>
              );
            })}
          </ul>
        </details>
      )}
      <div>
        <Button disabled={isSame} busy={look.busy} onClick={() => void see()}>
          {t(isSame ? 'retentionSame' : 'retentionSee')}
        </Button>
      </div>
      {expiry && <RetentionDialog retention={draft} expiry={expiry} onClose={() => setExpiry(undefined)} />}
    </>
  );
}

function RetentionDialog({
  retention,
  expiry,
  onClose,
}: {
  readonly retention: Retention;
  readonly expiry: Expiry;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('data');
  const { t: ui } = useTranslation('ui');
  const figures = useFigures();
  const nameOf = useDatasetName();
  const put = useAction('putRetention');
  const save = async () => {
    const answer = await put.run({ body: { ...retention, preview: false } });
    if (succeeded(answer, { toast: { kind: 'good', text: peopleLabels.retentionSaved } })) onClose();
  };
  type Row = Expiry['batches'][number];
  const goes = ({ before, whole }: Row) =>
    whole ? t('retentionWhole') : t('retentionBefore', { day: formatDay(before, figures.lang) });
  const columns: readonly Column<Row>[] = [
    { key: 'file', head: t('inFile'), isName: true, cell: ({ fileName }) => fileName, text: ({ fileName }) => fileName },
    { key: 'dataset', head: t('inDataset'), cell: ({ dataset }) => nameOf(dataset), text: ({ dataset }) => nameOf(dataset) },
    { key: 'goes', head: t('whatGoes'), cell: goes, text: goes },
    {
      key: 'rows',
      head: t('rows'),
      end: true,
      cell: ({ rows }) => <span className="num">{figures.value(rows, COUNT)}</span>,
      text: ({ rows }) => String(rows),
    },
  ];
  return (
    <Dialog
      wide={expiry.rows > 0}
      title={t('retentionSure')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button look="main" danger={expiry.rows > 0} busy={put.busy} onClick={() => void save()}>
            {t(expiry.rows > 0 ? 'retentionSaveGo' : 'retentionSave')}
          </Button>
        </>
      }
    >
      {expiry.rows === 0 ? (
        <Fine>{t('retentionNothing')}</Fine>
      ) : (
        <div className={style.going}>
          <p>{t('retentionGoes', { count: expiry.rows, rows: figures.value(expiry.rows, COUNT) })}</p>
          <div className={style.goingTable}>
            <DataTable label={t('retentionSure')} columns={columns} rows={expiry.batches} rowKey={({ batch }) => batch} />
          </div>
          <p className="mut">{t('retentionStays')}</p>
        </div>
      )}
    </Dialog>
  );
}

/** The usual lengths, and those that were set otherwise. */
function useMonthOptions({ months, datasets }: Retention) {
  const { t } = useTranslation('data');
  const set = [months, ...datasets.map(one => one.months)].flatMap(one => one ?? []);
  const all = [...new Set([...CHOICES, ...set])].toSorted((a, b) => a - b);
  return [
    { value: EVER, label: t('keepEver') },
    ...all.map(count => ({ value: String(count), label: t('keepMonths', { count }) })),
  ];
}

function keptAs(months: number | null): string {
  return months === null ? EVER : String(months);
}

function monthsOf(value: string): number | null {
  return value === EVER ? null : Number(value);
}

function sorted({ months, datasets }: Retention): Retention {
  return { months, datasets: datasets.toSorted((a, b) => (a.dataset < b.dataset ? -1 : 1)) };
}
