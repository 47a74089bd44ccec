import { useTranslation } from 'react-i18next';
import type { WhatIfAnswer } from '#contract/scenario.ts';
import { measureOf } from '../progress/node-words.ts';
import { Section } from '../ui/card.tsx';
import { type Column, CopyButton, DataTable } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { difference, tidy } from './explained.ts';
import { signedPercent } from './tried-answer.tsx';
import style from './what-if.module.css';
import type { WhatIfProps } from './what-if-desk.tsx';

type Bar = WhatIfAnswer['tornado'][number];

/** Each driver alone at its low and its high end, the widest first; and what one percent of it brings. */
export function TornadoPicture({ answer, node, stands }: WhatIfProps) {
  const { t } = useTranslation('whatIf');
  const say = useSay();
  const figures = useFigures();
  const of = measureOf(node);
  const bars = answer.tornado;
  const most = Math.max(...bars.flatMap(({ low, high }) => [Math.abs(low.change), Math.abs(high.change)]), 0);
  if (most === 0) return null;
  const nameOf = (row: Bar) => say(stands.nodeOf(row.driver)?.name) || row.driver;
  const elasticity = (row: Bar, which: 'period' | 'steady') =>
    answer.elasticities.find(one => one.driver === row.driver && one.node === node.id)?.[which] ?? null;
  const end = (key: 'low' | 'high'): Column<Bar> => ({
    key,
    head: t(key),
    end: true,
    cell: row => (
      <>
        {row[key].isCapped && <Tag>{t('capped')}</Tag>} {difference(figures, row[key].change, of)}
      </>
    ),
    text: row => figures.plain(tidy(row[key].change), of),
  });
  const slope = (which: 'period' | 'steady'): Column<Bar> => ({
    key: which,
    head: t(which === 'period' ? 'elasticity' : 'elasticitySteady'),
    end: true,
    cell: row => {
      const value = elasticity(row, which);
      return value !== null && <span className={which === 'steady' ? 'mut' : undefined}>{hundredth(value)}</span>;
    },
    text: row => {
      const value = elasticity(row, which);
      return value === null ? '' : hundredth(value);
    },
  });
  const columns: readonly Column<Bar>[] = [
    { key: 'driver', head: t('driver'), isName: true, cell: nameOf, text: nameOf },
    end('low'),
    end('high'),
    slope('period'),
    slope('steady'),
  ];
  const name = say(node.name);
  return (
    <Section title={t('tornado')} note={t('tornadoNote', { name })} tools={<CopyButton columns={columns} rows={bars} />}>
      <div className={style.tornado}>
        <div role="img" aria-label={t('tornadoNote', { name })} className={style.bars}>
          {bars.map(row => (
            <div key={row.driver} className={style.bar}>
              <span className={style.barName}>{nameOf(row)}</span>
              <span className={style.plot}>
                {(['low', 'high'] as const).map(key => (
                  <span
                    key={key}
                    className={`${style.half} ${key === 'low' ? style.lowEnd : style.highEnd}`}
                    data-side={row[key].change < 0 ? 'left' : 'right'}
                    style={{ '--size': Math.abs(row[key].change) / most }}
                  >
                    <span>{t(key)}</span>
                  </span>
                ))}
              </span>
            </div>
          ))}
        </div>
        <DataTable columns={columns} rows={bars} rowKey={row => row.driver} label={t('tornado')} sticky />
      </div>
    </Section>
  );
}

/** An elasticity as percent for one percent. */
function hundredth(value: number): string {
  return signedPercent(Math.round(value * 100) / 10_000).replace(/^([+−]\d+)%$/, '$1.0%');
}
