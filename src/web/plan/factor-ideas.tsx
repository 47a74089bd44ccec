import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { factorIdeas } from '#core/plan/factor-ideas.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.ts';
import style from './panel.module.css';
import type { Planning } from './use-planning.ts';

/** Success factors that the goal's formula suggests and the plan does not have, each put in with one press. [DES-10] */
export function FactorIdeas({ goal, planning }: { readonly goal: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('design');
  const say = useSay();
  const { view, nodeOf, desk } = planning;
  const parts = (goal.equals?.parts ?? []).flatMap(id => nodeOf(id) ?? []);
  const taken = new Set([...(view?.factors ?? []), ...(view?.nodes ?? [])].map(({ id }) => id));
  const covered = (part: string) => {
    const under = nodeOf(part)?.under;
    return under !== undefined && under !== null && view?.factors.some(({ id }) => id === under);
  };
  const ideas = factorIdeas(parts.map(({ id, metric, name, direction }) => ({ id, metric, name, direction }))).filter(
    ({ id, part }) => !taken.has(id) && !covered(part),
  );
  if (ideas.length === 0) return null;
  return (
    <section>
      <h3 className={style.title}>{t('factors')}</h3>
      <p className="dim">{t('factorsNote')}</p>
      <ul className={style.influences}>
        {ideas.map(({ id, name, because, part }) => (
          <li key={id} className={style.idea}>
            <div>
              <b>{say(name)}</b>
              <p className="mut">{say(because)}</p>
            </div>
            <Button small onClick={() => void desk.edit({ kind: 'factor', id, name, because, goal: goal.id, part })}>
              {t('factorAdd')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
