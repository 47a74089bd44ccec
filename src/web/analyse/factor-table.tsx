import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../app/workspace-context.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import style from './analyse.module.css';
import { type ExplainedFactor, explainedMeasure, factorValues, tidy, toneOfChange, useSideNames } from './explained.ts';
import type { WhyProps } from './why-answer.tsx';

/** Every factor with its values on both sides and its share of the difference. */
export function FactorTable({ answer, node, stands }: WhyProps) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const sides = useSideNames(answer);
  const of = explainedMeasure(answer, node);
  const rows = answer.factors;
  const isMean = rows.some(row => factorValues(row)?.isMean);
  const valueColumn = (side: 'before' | 'after'): Column<ExplainedFactor> => {
    const measure = (row: ExplainedFactor) => ({
      unit: row.unit ?? answer.unit,
      counter: stands.nodeOf(row.node)?.counter ?? null,
    });
    return {
      key: side,
      head: isMean ? t('monthMean', { side: sides[side] }) : sides[side],
      end: true,
      cell: row => {
        const values = factorValues(row);
        return (
          values && <span className={side === 'before' ? 'mut' : undefined}>{figures.value(values[side], measure(row))}</span>
        );
      },
      text: row => figures.plain(factorValues(row)?.[side], measure(row)),
    };
  };
  const columns: readonly Column<ExplainedFactor>[] = [
    {
      key: 'factor',
      head: t('factor'),
      isName: true,
      cell: row => (
        <>
          <Link to="/progress/kpi/$node" params={{ node: row.node }}>
            {say(row.name)}
          </Link>{' '}
          {row.provisional && <Tag>{t('provisional')}</Tag>}
        </>
      ),
      text: row => say(row.name),
    },
    {
      key: 'owner',
      head: t('owner'),
      cell: row => <span className={style.nowrap}>{people.nameOf(row.owner)}</span>,
      text: row => people.nameOf(row.owner) ?? '',
    },
    valueColumn('before'),
    valueColumn('after'),
    {
      key: 'share',
      head: t('share'),
      end: true,
      cell: row => {
        const tone = toneOfChange(row.share, node.direction);
        return (
          <b className={tone === 'none' ? undefined : style[tone]}>
            {figures.difference(tidy(row.share), of)}
            {row.error !== null && <span className="dim"> ±{figures.value(tidy(row.error), of)}</span>}
          </b>
        );
      },
      text: row => figures.plain(tidy(row.share), of),
    },
    {
      key: 'ofChange',
      head: t('ofChange'),
      end: true,
      cell: row => row.ofChange !== null && row.ofChange >= 0 && figures.percent(tidy(row.ofChange), 0),
      text: row => (row.ofChange === null ? '' : `${Math.round(row.ofChange * 1000) / 10}%`),
    },
    {
      key: 'ifUndone',
      head: t('ifUndone'),
      end: true,
      cell: row => <span className="mut">{figures.difference(tidy(row.ifUndone), of)}</span>,
      text: row => figures.plain(tidy(row.ifUndone), of),
    },
  ];
  if (rows.length === 0) return null;
  return (
    <TableSection
      title={t('factors')}
      label={t('factors')}
      columns={columns}
      rows={rows}
      rowKey={row => `${row.kind} ${row.node}`}
      sticky
    >
      <p className={style.note}>
        {t('ifUndoneHint')} {rows.some(({ kind }) => kind === 'gap') && t('gapHint')} {t('methodHint')}
      </p>
    </TableSection>
  );
}
