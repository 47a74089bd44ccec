import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { FreshnessPill, useFreshnessWord } from './freshness-pill.tsx';
import style from './quality.module.css';
import type { QualityAnswer } from './quality-page.tsx';
import { useShareWords } from './quality-words.ts';
import sources from './sources.module.css';

type Entry = QualityAnswer['sources'][number];

/** How complete and how fresh each source is. */
export function QualitySources({ answer }: { readonly answer: QualityAnswer }) {
  const { t } = useTranslation('data');
  const say = useSay();
  const people = usePeople();
  const share = useShareWords();
  const freshnessWord = useFreshnessWord();
  const counted = ({ completeness, grain }: Entry) =>
    completeness && grain
      ? t('ofExpected', { present: completeness.present, expected: completeness.expected, unit: t(`unit-${grain}`) })
      : '';
  const columns: readonly Column<Entry>[] = [
    {
      key: 'name',
      head: t('name'),
      isName: true,
      cell: ({ source }) => (
        <Link to="/data/dataset/$dataset" params={{ dataset: source.dataset }} className={sources.name}>
          {say(source.name)}
        </Link>
      ),
      text: ({ source }) => say(source.name),
    },
    {
      key: 'complete',
      head: t('completeness'),
      cell: entry =>
        entry.completeness ? (
          <span className={style.complete}>
            <meter min={0} max={1} value={entry.completeness.share ?? 0} aria-label={t('completeness')} />
            <b className="num">{share(entry.completeness.share)}</b>
            <span className={sources.under}>{counted(entry)}</span>
          </span>
        ) : (
          <span className="dim">{t('notExpected')}</span>
        ),
      text: entry => (entry.completeness ? share(entry.completeness.share) : ''),
    },
    {
      key: 'fresh',
      head: t('freshness'),
      cell: ({ source }) => <FreshnessPill source={source} />,
      text: ({ source }) => freshnessWord(source),
    },
    {
      key: 'stale',
      head: t('refreshState'),
      cell: ({ stale }) =>
        stale === null ? (
          <span className="dim">{t('notExpected')}</span>
        ) : (
          <span title={stale ? t('staleText') : undefined}>
            <Pill tone={stale ? 'warn' : 'good'} plain>
              {t(stale ? 'staleYes' : 'staleNo')}
            </Pill>
          </span>
        ),
      text: ({ stale }) => (stale === null ? '' : t(stale ? 'staleYes' : 'staleNo')),
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: ({ source }) => <span className={sources.whole}>{people.nameOf(source.owner)}</span>,
      text: ({ source }) => people.nameOf(source.owner) ?? '',
    },
  ];
  return (
    <TableSection
      title={t('perSource')}
      note={t('perSourceNote')}
      label={t('perSource')}
      columns={columns}
      rows={answer.sources}
      rowKey={({ source }) => source.dataset}
      sticky
    />
  );
}
