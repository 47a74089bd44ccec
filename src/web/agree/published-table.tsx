import { useTranslation } from 'react-i18next';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { usePeople } from '../app/workspace-context.ts';
import { monthRange } from '../plan/month-range.ts';
import { useNodeWords } from '../progress/node-words.ts';
import { type Column, TableSection } from '../ui/data-table.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { pathOf } from './path-to-goal.ts';
import style from './published.module.css';

/** Every goal and KPI: what is to be reached, who answers for it, and how it leads to the goal. [SHR-02] */
export function PublishedTable({ view }: { readonly view: PlanView }) {
  const { t } = useTranslation('agree');
  const say = useSay();
  const people = usePeople();
  const words = useNodeWords();
  const figures = useFigures();
  const { t: design } = useTranslation('design');
  const target = (node: NodeView) => {
    const range = monthRange(node, figures);
    return words.target(node, true) || (range && design('sheetByMonth', { range })) || (node.equals ? t('calculated') : '');
  };
  const owner = (node: NodeView) => people.nameOf(node.owner) ?? '';
  const path = (node: NodeView) =>
    pathOf(node, view)
      .map(({ name }) => say(name))
      .join(' → ');
  const columns: readonly Column<NodeView>[] = [
    { key: 'name', head: t('publishedKpi'), isName: true, cell: ({ name }) => say(name), text: ({ name }) => say(name) },
    { key: 'target', head: t('publishedTarget'), cell: target, text: target },
    { key: 'owner', head: t('publishedOwner'), cell: node => <span className={style.owner}>{owner(node)}</span>, text: owner },
    { key: 'path', head: t('publishedPath'), cell: path, text: path },
  ];
  const title = t('publishedTable');
  return (
    <TableSection
      title={title}
      label={title}
      columns={columns}
      rows={view.nodes.filter(({ watch }) => !watch)}
      rowKey={({ id }) => id}
    />
  );
}
