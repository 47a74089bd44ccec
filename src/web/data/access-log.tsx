import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Api } from '#contract/api.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { usePeople, useWorkspace } from '../app/workspace-context.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { localMoment } from '../ui/local-moment.ts';
import { Loading } from '../ui/states.tsx';
import style from './people.module.css';
import { COUNT } from './preview-facts.tsx';
import { useDatasetName } from './use-dataset-name.ts';

type Entry = ResponseOf<Api['accessRecords']>['records'][number];

const FIRST = 50;
const MOST = 500;

/** Who dealt with data about people, newest first. */
export function AccessLog() {
  const { t } = useTranslation('data');
  const figures = useFigures();
  const people = usePeople();
  const { calendar } = useWorkspace();
  const nameOf = useDatasetName();
  const [limit, setLimit] = useState(FIRST);
  const asked = useAnswer('accessRecords', { limit }, { keep: true });
  const entries = asked.data?.records;
  const moment = ({ at }: Entry) => {
    const { day, time } = localMoment(at, calendar.zone);
    return `${formatDay(day, figures.lang)} ${time}`;
  };
  const subject = ({ subject: id }: Entry) => (id === '' ? t('retentionAll') : nameOf(id));
  const names = ({ columns }: Entry) => columns.join(figures.lang === 'ja' ? '、' : ', ');
  const columns: readonly Column<Entry>[] = [
    { key: 'when', head: t('when'), cell: one => <span className={style.when}>{moment(one)}</span>, text: ({ at }) => at },
    { key: 'who', head: t('accessWho'), isName: true, cell: ({ by }) => people.nameOf(by), text: ({ by }) => people.nameOf(by) },
    {
      key: 'what',
      head: t('accessWhat'),
      cell: ({ kind }) => <span className={style.when}>{t(`access-${kind}`)}</span>,
      text: ({ kind }) => t(`access-${kind}`),
    },
    { key: 'subject', head: t('inDataset'), cell: one => <span className={style.subject}>{subject(one)}</span>, text: subject },
    { key: 'columns', head: t('accessColumns'), cell: one => <span className="mut">{names(one)}</span>, text: names },
    {
      key: 'rows',
      head: t('rows'),
      end: true,
      cell: ({ rows }) => <span className="mut num">{rows === null ? '' : figures.value(rows, COUNT)}</span>,
      text: ({ rows }) => String(rows ?? ''),
    },
  ];
  if (!entries || entries.length === 0)
    return (
      <Section title={t('accessTitle')}>
        <p className="mut">{t('accessText')}</p>
        {entries && <p className={style.none}>○ {t('accessNone')}</p>}
        {!entries && (asked.error ? <ErrorState error={asked.error} onRetry={() => void asked.refetch()} /> : <Loading />)}
      </Section>
    );
  return (
    <TableSection title={t('accessTitle')} label={t('accessTitle')} columns={columns} rows={entries} rowKey={({ id }) => id}>
      {entries.length === limit && limit < MOST && (
        <div className={style.more}>
          <Button small onClick={() => setLimit(Math.min(limit * 2, MOST))}>
            {t('accessMore')}
          </Button>
        </div>
      )}
      <p className={style.foot}>{t('accessText')}</p>
    </TableSection>
  );
}
