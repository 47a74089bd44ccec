import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { treeOfPlan } from '#contract/tree-of-plan.ts';
import { treeOutline } from '#core/share/tree-outline.ts';
import type { PlannedNode } from '../plan/worker-message.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './begin.module.css';

const OPEN: ReadonlySet<string> = new Set();

/** The tree of a plan that is being begun, from the goal down, with what is planned of each; what is only watched stands apart. */
export function PlanOutline({
  view,
  planned,
  alone,
}: {
  readonly view: PlanView;
  readonly planned: readonly PlannedNode[];
  /** What to do where the goal stands alone. */
  readonly alone?: string | undefined;
}) {
  const { t } = useTranslation('begin');
  const say = useSay();
  const figures = useFigures();
  const nodes = useMemo(() => treeOfPlan(view), [view]);
  const lines = treeOutline(nodes, OPEN);
  const byId = new Map(view.nodes.map(node => [node.id, node]));
  const whole = new Map(planned.map(({ node, whole: value }) => [node, value]));
  const isWatched = (id: string) => byId.get(id)?.watch === true;
  const tree = lines.filter(({ id }) => !isWatched(id));
  const watched = [...new Set(lines.filter(({ id }) => isWatched(id)).map(({ id }) => id))];
  const isAlone = tree.length <= 1;
  return (
    <>
      <ul className={style.outline} aria-label={t('treeTitle')}>
        {tree.map(({ key, id, depth, sign }) => {
          const node = byId.get(id);
          const value = whole.get(id);
          return (
            node && (
              <li key={key} style={{ paddingInlineStart: Math.min(depth, 6) * 16 }}>
                <span className={style.operator}>{sign}</span>
                <span className={node.role === 'goal' ? style.goalName : style.nodeName}>{say(node.name)}</span>
                <span className={style.amount}>{value ? figures.value(value, measureOf(node)) : ''}</span>
              </li>
            )
          );
        })}
      </ul>
      {isAlone && alone && <p className={style.quiet}>{alone}</p>}
      {watched.length > 0 && (
        <p className={style.quiet}>
          {t('watched')}: {watched.map(id => say(byId.get(id)?.name)).join(say({ ja: '、', en: ', ' }))}
        </p>
      )}
    </>
  );
}
