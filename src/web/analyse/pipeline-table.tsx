import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { Stands } from '../app/standing-page.tsx';
import { measureOf } from '../progress/node-words.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';
import { tidy } from './explained.ts';

interface Row {
  readonly name: string;
  readonly count?: number;
  readonly amount: number | null;
  readonly sales?: number | null;
  readonly history?: number | null;
  readonly bySales: number | null;
  readonly byHistory: number | null;
  readonly isTotal?: true;
}

/** Sales' own view of the landing, stage by stage, and why it differs. */
export function PipelineTable({ answer, stands }: { readonly answer: LandingAnswer; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const { pipeline } = answer;
  if (pipeline.state === 'none') {
    return (
      <Section title={t('pipeline')}>
        <p className="mut">{say(pipeline.sentence)}</p>
      </Section>
    );
  }
  const goal = stands.nodeOf(pipeline.goal);
  if (!goal) return null;
  const of = measureOf(goal);
  const rows: readonly Row[] = [
    { name: t('won'), amount: pipeline.won, bySales: pipeline.won, byHistory: pipeline.won },
    ...pipeline.stages.map(
      ({ stage, count, amount, probabilityBySales, probabilityByHistory }): Row => ({
        name: stage,
        count,
        amount,
        sales: probabilityBySales,
        history: probabilityByHistory,
        bySales: probabilityBySales === null ? null : amount * probabilityBySales,
        byHistory: probabilityByHistory === null ? null : amount * probabilityByHistory,
      }),
    ),
    { name: t('toCome'), amount: null, bySales: pipeline.toCome, byHistory: pipeline.toCome },
    {
      name: t('pipelineTotal'),
      amount: null,
      bySales: pipeline.landingBySales,
      byHistory: pipeline.landingByHistory,
      isTotal: true,
    },
  ];
  const amount = (key: 'amount' | 'bySales' | 'byHistory', head: string): Column<Row> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = row[key];
      return value !== null && figures.value(tidy(value), of);
    },
    text: row => {
      const value = row[key];
      return value === null ? '' : figures.plain(tidy(value), of);
    },
  });
  const chance = (key: 'sales' | 'history', head: string): Column<Row> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = row[key];
      return typeof value === 'number' && <span className="mut">{figures.percent(value, 0)}</span>;
    },
    text: row => (typeof row[key] === 'number' ? `${Math.round(row[key] * 1000) / 10}%` : ''),
  });
  const columns: readonly Column<Row>[] = [
    { key: 'stage', head: t('stage'), isName: true, cell: row => row.name, text: row => row.name },
    { key: 'count', head: t('deals'), end: true, cell: row => row.count ?? '', text: row => String(row.count ?? '') },
    amount('amount', t('amount')),
    chance('sales', t('bySales')),
    amount('bySales', t('expectedBySales')),
    chance('history', t('byHistory')),
    amount('byHistory', t('expectedByHistory')),
  ];
  return (
    <TableSection
      title={t('pipeline')}
      label={t('pipeline')}
      columns={columns}
      rows={rows}
      rowKey={row => row.name}
      isStrong={row => row.isTotal === true}
      sticky
    >
      <ul className={style.words}>
        {pipeline.sentences.map(sentence => (
          <li key={sentence.en}>{say(sentence)}</li>
        ))}
        {pipeline.overdue > 0 && <li>{t('overdue', { count: pipeline.overdue })}</li>}
      </ul>
    </TableSection>
  );
}
