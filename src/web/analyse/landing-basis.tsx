import { useTranslation } from 'react-i18next';
import type { LandingAnswer } from '#contract/foresee.ts';
import type { Stands } from '../app/standing-page.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './analyse.module.css';

type Leaf = LandingAnswer['leaves'][number];

/** How much past every forecast has, how its ranges would have done, and how all of it is worked out. */
export function LandingBasis({ answer, stands }: { readonly answer: LandingAnswer; readonly stands: Stands }) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const nameOf = (id: string) => say(stands.nodeOf(id)?.name) || id;
  const wordsOf = ({ basis }: Leaf) => basis.sentences.map(say).join(figures.lang === 'ja' ? '' : ' ');
  const columns: readonly Column<Leaf>[] = [
    { key: 'leaf', head: t('leaf'), isName: true, cell: row => nameOf(row.node), text: row => nameOf(row.node) },
    {
      key: 'values',
      head: t('values'),
      end: true,
      cell: row => row.basis.values,
      text: row => String(row.basis.values),
    },
    {
      key: 'coverage',
      head: t('coverage'),
      end: true,
      cell: row => row.basis.coverage && figures.percent(row.basis.coverage.coverage80, 0),
      text: row => (row.basis.coverage ? `${Math.round(row.basis.coverage.coverage80 * 1000) / 10}%` : ''),
    },
    {
      key: 'n',
      head: t('comparisons'),
      end: true,
      cell: row => row.basis.coverage?.n,
      text: row => String(row.basis.coverage?.n ?? ''),
    },
    {
      key: 'words',
      head: t('basisWords'),
      cell: row => <span className={style.wide}>{wordsOf(row)}</span>,
      text: wordsOf,
    },
  ];
  const names = (list: readonly string[]) => list.join(figures.lang === 'ja' ? '、' : ', ');
  return (
    <TableSection title={t('basis')} label={t('basis')} columns={columns} rows={answer.leaves} rowKey={row => row.node} sticky>
      <details className={style.fold}>
        <summary>{t('howItWorks')}</summary>
        <ul className={style.words}>
          {answer.method.map(line => (
            <li key={line.en}>{say(line)}</li>
          ))}
          {answer.assumed.length > 0 && <li>{t('assumedNodes', { names: names(answer.assumed.map(nameOf)) })}</li>}
          {answer.initiatives.length > 0 && (
            <li>{t('plannedInitiatives', { names: names(answer.initiatives.map(({ title }) => title)) })}</li>
          )}
        </ul>
      </details>
    </TableSection>
  );
}
