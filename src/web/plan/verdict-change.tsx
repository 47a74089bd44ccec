import { useTranslation } from 'react-i18next';
import type { GoalVerdictReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { useShare } from './use-share.ts';
import { VERDICTS } from './verdict-bar.tsx';
import style from './verdict-change.module.css';

/** What a change does to the goals: the verdict before and after. */
export function VerdictChange({
  before,
  after,
  nodeOf,
}: {
  readonly before: readonly GoalVerdictReport[];
  readonly after: readonly GoalVerdictReport[];
  readonly nodeOf: (id: string) => NodeView | undefined;
}) {
  const { t } = useTranslation('plan');
  const say = useSay();
  if (after.length === 0) return null;
  return (
    <section>
      <h3 className={style.title}>{t('verdictChange')}</h3>
      <ul className={style.list}>
        {after.map(goal => {
          const old = before.find(({ id }) => id === goal.id);
          const node = nodeOf(goal.id);
          return (
            <li key={goal.id}>
              <b>{say(node?.name) || goal.id}</b>
              {old && (
                <>
                  <Verdict goal={old} node={node} />
                  <span aria-hidden="true">→</span>
                </>
              )}
              <Verdict goal={goal} node={node} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Verdict({ goal, node }: { readonly goal: GoalVerdictReport; readonly node: NodeView | undefined }) {
  const { t } = useTranslation('plan');
  const figures = useFigures();
  const share = useShare();
  const { tone, word } = VERDICTS[goal.verdict];
  const { implied, coverage } = goal.period;
  return (
    <span className={style.verdict}>
      <Pill tone={tone}>{t(word)}</Pill>
      {node && implied !== null && (
        <span className="num">
          {figures.value(implied, measureOf(node))}
          {coverage !== null && node.direction === 'up' && <small>（{share(coverage)}）</small>}
        </span>
      )}
    </span>
  );
}
