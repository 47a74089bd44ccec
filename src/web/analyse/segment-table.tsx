import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExplainAnswer } from '#contract/explain.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { type Measure, useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Empty } from '../ui/states.tsx';
import style from './analyse.module.css';
import { explainedMeasure, tidy, toneOfChange, useSideNames } from './explained.ts';
import type { WhyProps } from './why-answer.tsx';

type Table = ExplainAnswer['segments'][number];
type Row = Table['rows'][number];

/** Volume, mix and rate of every segment, one table per number that could be cut. */
export function SegmentTables({ answer, node, stands }: WhyProps) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const { by } = useSearch({ from: '/analysis/why' });
  const datasets = useAnswer('datasets', {}, { when: by !== undefined });
  if (by === undefined) return null;
  const column = datasets.data?.datasets.flatMap(({ columns }) => columns).find(({ id }) => id === by);
  const name = say(column?.name) || by;
  const notCut = answer.problems.filter(({ code }) => code === 'explain-not-cut').length;
  if (answer.segments.length === 0 && notCut > 0) {
    return (
      <Section title={name}>
        <Empty small icon="table" title={t('cannotCut')} />
      </Section>
    );
  }
  return answer.segments.map(table => (
    <Segments
      key={`${table.node} ${table.kind}`}
      table={table}
      by={name}
      answer={answer}
      node={node}
      cut={stands.nodeOf(table.node)}
    />
  ));
}

function Segments({
  table,
  by,
  answer,
  node,
  cut,
}: {
  readonly table: Table;
  readonly by: string;
  readonly answer: ExplainAnswer;
  readonly node: NodeView;
  readonly cut: NodeView | undefined;
}) {
  const { t } = useTranslation('analyse');
  const say = useSay();
  const figures = useFigures();
  const sides = useSideNames(answer);
  const of: Measure = { unit: table.unit ?? { kind: 'count' }, counter: cut?.counter ?? null };
  const goal = explainedMeasure(answer, node);
  const segmentOf = (row: Row) => row.segment || t('notSet');
  const effect = (key: 'volume' | 'mix' | 'rate' | 'effect' | 'inGoal', head: string, measure: Measure): Column<Row> => ({
    key,
    head,
    end: true,
    cell: row => {
      const value = row[key];
      if (value === null) return null;
      const tone =
        key === 'inGoal' ? toneOfChange(value, node.direction) : key === 'effect' ? toneOfChange(value, cut?.direction) : 'none';
      return <span className={tone === 'none' ? undefined : style[tone]}>{figures.difference(tidy(value), measure)}</span>;
    },
    text: row => {
      const value = row[key];
      return value === null ? '' : figures.plain(tidy(value), measure);
    },
  });
  const level = (key: 'before' | 'after'): Column<Row> => ({
    key,
    head: sides[key],
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
  const has = (key: 'volume' | 'mix' | 'rate' | 'inGoal') => table.rows.some(row => row[key] !== null);
  const columns: readonly Column<Row>[] = [
    { key: 'segment', head: t('segment'), isName: true, cell: segmentOf, text: segmentOf },
    level('before'),
    level('after'),
    ...(has('volume') ? [effect('volume', t('volumeEffect'), of)] : []),
    ...(has('mix') ? [effect('mix', t('mixEffect'), of)] : []),
    ...(has('rate') ? [effect('rate', t('rateEffect'), of)] : []),
    effect('effect', t('effect'), of),
    ...(has('inGoal') && table.node !== answer.node ? [effect('inGoal', t('inGoal', { name: say(answer.name) }), goal)] : []),
  ];
  const sum = `${t('total')} ${figures.difference(tidy(table.change), of)}`;
  const isRest = Math.abs(table.rest) > 1e-9 * Math.max(1, Math.abs(table.change));
  return (
    <TableSection
      title={t('segments', { name: say(table.name), by })}
      note={isRest ? `${sum} · ${t('segmentRest')} ${figures.difference(tidy(table.rest), of)}` : sum}
      label={t('segments', { name: say(table.name), by })}
      columns={columns}
      rows={table.rows}
      rowKey={row => row.segment}
      sticky
    />
  );
}
