import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionCohort } from '#core/journey/retention-question.ts';
import { type CohortMeasure, cohortMeans } from '#core/journey/value/cohort-figures.ts';
import { wilson } from '#core/journey/value/wilson.ts';
import { AnswerCard } from '../analyse/answer-card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { AnalysisUse } from './analysis-use.tsx';
import { bucketName } from './buckets.ts';
import { type CohortsToRead, useCohortReading } from './cohort-reading.ts';
import { CsvButton } from './csv-button.tsx';
import own from './journey.module.css';
import { useMeasures } from './use-measures.ts';

type Shown = 'share' | 'people' | 'events' | 'value';

type Row = { readonly key: string; readonly name: string; readonly cohort?: RetentionCohort; readonly index: number };

/** The triangle of those who came back, its mean, and the repeat rate of each cohort. */
export function CohortAnswerView({ contents, answer, repeat, edges, asOf, grain, window }: CohortsToRead) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const [shown, setShown] = useState<Shown>('share');
  const { ripe, shares, sentence, basis } = useCohortReading({ contents, answer, repeat, edges, asOf, grain, window });
  const of: CohortMeasure = shown === 'share' ? 'people' : shown;
  const means = cohortMeans(answer, ripe, of);
  const rows: readonly Row[] = [
    ...answer.cohorts.flatMap((cohort, index) =>
      cohort.people > 0 ? [{ key: String(index), name: bucketName(edges[index] ?? 0, grain), cohort, index }] : [],
    ),
    { key: 'mean', name: t('meanRow'), index: -1 },
  ];
  const text = ({ cohort, index }: Row, distance: number): string => {
    if (!cohort) {
      const mean = means[distance]?.mean ?? null;
      if (mean === null) return '';
      if (shown === 'share') return measures.share(mean);
      return shown === 'value' ? measures.money(Math.round(mean)) : measures.count(mean, 2);
    }
    const cell = cohort.cells[distance];
    if (!cell || index + distance > ripe) return '';
    if (shown === 'share') return measures.share(cell.people / cohort.people);
    return shown === 'value' ? measures.money(cell.value) : measures.count(cell[shown]);
  };
  const longest = Math.max(0, ...rows.map(({ cohort }) => cohort?.cells.length ?? 0));
  const heat = ({ cohort, index }: Row, distance: number): number => {
    const share = cohort ? (cohort.cells[distance]?.people ?? 0) / Math.max(1, cohort.people) : (shares[distance]?.mean ?? 0);
    return index + distance >= ripe && cohort ? 0 : Math.min(1, share * 2);
  };
  const columns: readonly Column<Row>[] = [
    { key: 'cohort', head: t('cohort'), isName: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'people',
      head: t('people'),
      end: true,
      cell: ({ cohort }) => (cohort ? measures.people(cohort.people) : ''),
      text: ({ cohort }) => String(cohort?.people ?? ''),
    },
    ...Array.from(
      { length: longest },
      (_, distance): Column<Row> => ({
        key: String(distance),
        head: t(grain === 'month' ? 'monthsLater' : 'weeksLater', { count: distance }),
        end: true,
        cell: row => {
          const isOpen = row.cohort !== undefined && row.index + distance >= ripe;
          const written = text(row, distance);
          return written === '' ? null : (
            <span
              className={`${own.heat} ${isOpen ? own.open : ''}`}
              style={distance === 0 ? undefined : ({ '--heat': heat(row, distance) } as CSSProperties)}
            >
              {written}
            </span>
          );
        },
        text: row => text(row, distance),
      }),
    ),
  ];
  return (
    <>
      <AnswerCard sentence={sentence} basis={basis}>
        <AnalysisUse kind="returning" sentence={sentence} />
      </AnswerCard>
      <TableSection
        title={t('triangle')}
        note={t('triangleNote')}
        label={t('triangle')}
        tools={
          <>
            <Segmented
              label={t('shown')}
              value={shown}
              options={(['share', 'people', 'events', 'value'] as const).map(value => ({ value, label: t(`shown-${value}`) }))}
              onChange={setShown}
            />
            <CsvButton name="cohorts" columns={columns} rows={rows} />
          </>
        }
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        isStrong={({ key }) => key === 'mean'}
        sticky
      />
      <RepeatTable contents={contents} repeat={repeat} edges={edges} grain={grain} window={window} />
    </>
  );
}

function RepeatTable({
  contents,
  repeat,
  edges,
  grain,
  window,
}: Pick<CohortsToRead, 'contents' | 'repeat' | 'edges' | 'grain' | 'window'>) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const rows = repeat.buckets
    .map((bucket, index) => ({ ...bucket, name: bucketName(edges[index] ?? 0, grain) }))
    .filter(({ people, immature }) => people + immature > 0);
  type Repeat = (typeof rows)[number];
  const share = ({ people, again }: Repeat) => (people > 0 ? measures.share(again / people) : t('notYet'));
  const range = ({ people, again }: Repeat) => {
    if (people === 0) return '';
    const [low, high] = wilson(again, people);
    return t('span', { low: measures.share(low), high: measures.share(high) });
  };
  const columns: readonly Column<Repeat>[] = [
    { key: 'name', head: t('cohort'), isName: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'people',
      head: t('judged'),
      end: true,
      cell: ({ people }) => (people > 0 ? measures.people(people) : ''),
      text: ({ people }) => String(people),
    },
    {
      key: 'again',
      head: t('again'),
      end: true,
      cell: ({ people, again }) => (people > 0 ? measures.people(again) : ''),
      text: ({ again }) => String(again),
    },
    { key: 'share', head: t('repeatRate'), end: true, cell: row => <b>{share(row)}</b>, text: share },
    { key: 'range', head: t('interval'), end: true, cell: range, text: range },
    {
      key: 'immature',
      head: t('tooNew'),
      end: true,
      cell: ({ immature }) => (immature > 0 ? measures.people(immature) : ''),
      text: ({ immature }) => String(immature),
    },
  ];
  return (
    <TableSection
      title={t('repeatTable', { days: measures.days(window) })}
      note={t('repeatNote')}
      label={t('repeatTable', { days: measures.days(window) })}
      tools={<CsvButton name="repeat" columns={columns} rows={rows} />}
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
    />
  );
}
