import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { Pill } from '../ui/pill.tsx';
import { FindingList } from './finding-list.tsx';
import { findingsOf } from './finding-words.ts';
import style from './new-plan.module.css';
import { useVerdictWords, VERDICTS } from './verdict-bar.tsx';
import type { CheckedPlan } from './worker-message.ts';

/** What the check says about a plan that is being begun. */
export function NewPlanCheck({ checked }: { readonly checked: CheckedPlan | undefined }) {
  const { t } = useTranslation('plan');
  const words = useVerdictWords();
  const findings = findingsOf(checked?.check.problems ?? []);
  return (
    <Section title={t('newCheck')} className={style.check}>
      {!checked && <p className="mut">{t('newCheckEmpty')}</p>}
      {checked?.check.goals.map(goal => {
        const node = checked.view?.nodes.find(({ id }) => id === goal.id);
        return (
          node && (
            <div key={goal.id} className={style.verdict} role="status">
              <Pill tone={VERDICTS[goal.verdict].tone}>{t(VERDICTS[goal.verdict].word)}</Pill>
              <strong>{words.sentence(goal, node)}</strong>
            </div>
          )
        );
      })}
      {checked && <FindingList findings={findings} view={checked.view} />}
    </Section>
  );
}
