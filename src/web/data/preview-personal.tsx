import { useTranslation } from 'react-i18next';
import type { InspectedTable, UploadView } from '#contract/upload.ts';
import { Section } from '../ui/card.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Select } from '../ui/field.tsx';
import type { InspectedColumn } from './column-words.ts';
import style from './preview.module.css';
import type { Reading } from './use-reading.ts';

const WORDS = { drop: 'personalDrop', hash: 'personalHash', keep: 'personalKeep' } as const;
type Decision = keyof typeof WORDS;
const DECISIONS = ['drop', 'hash', 'keep'] as const satisfies readonly Decision[];

/** Columns about people, and what happens to each; the reader decides. */
export function PreviewPersonal({
  table,
  upload,
  reading,
}: {
  readonly table: InspectedTable;
  readonly upload: UploadView;
  readonly reading: Reading;
}) {
  const { t } = useTranslation('data');
  const rows = table.columns.filter(({ personal }) => personal !== null);
  if (rows.length === 0) return null;
  const decide = (heading: string, decision: Decision) =>
    void reading.say({ personal: { ...upload.choices.personal, [heading]: decision } });
  const columns: readonly Column<InspectedColumn>[] = [
    { key: 'heading', head: t('heading'), isName: true, cell: ({ heading }) => heading, text: ({ heading }) => heading },
    {
      key: 'what',
      head: t('personalWhat'),
      cell: ({ personal }) =>
        personal && (
          <span className={style.role}>
            {t(`is-${personal.kind}`)}{' '}
            <span className="dim">
              {t(personal.by === 'header' ? 'byHeader' : 'byValues')}
              {personal.confidence === 'likely' && `・${t('likely')}`}
            </span>
          </span>
        ),
      text: ({ personal }) => (personal ? t(`is-${personal.kind}`) : ''),
    },
    {
      key: 'do',
      head: t('personalDo'),
      cell: ({ heading, personal }) =>
        personal && (
          <Select
            small
            className={style.decision}
            aria-label={t('personalFor', { heading })}
            disabled={reading.busy}
            value={personal.decision}
            options={DECISIONS.map(decision => ({ value: decision, label: t(WORDS[decision]) }))}
            onChange={event => {
              const decision = DECISIONS.find(one => one === event.target.value);
              if (decision) decide(heading, decision);
            }}
          />
        ),
      text: ({ personal }) => (personal ? t(WORDS[personal.decision]) : ''),
    },
  ];
  return (
    <Section title={t('personal')} note={t('personalNote')}>
      <DataTable label={t('personal')} columns={columns} rows={rows} rowKey={({ heading }) => heading} />
      <p className={style.foot}>{t('personalHashNote')}</p>
    </Section>
  );
}
