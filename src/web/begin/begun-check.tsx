import { useTranslation } from 'react-i18next';
import { FindingList } from '../plan/finding-list.tsx';
import { findingsOf } from '../plan/finding-words.ts';
import { useVerdictWords, VERDICTS } from '../plan/verdict-bar.tsx';
import type { CheckedPlan } from '../plan/worker-message.ts';
import { Section } from '../ui/card.tsx';
import { Pill } from '../ui/pill.tsx';
import style from './begin.module.css';
import { PlanOutline } from './plan-outline.tsx';

/** What the check says about a plan that is being begun, and its tree. */
export function BegunCheck({
  checked,
  empty,
  alone,
}: {
  readonly checked: CheckedPlan | undefined;
  readonly empty: string;
  readonly alone?: string;
}) {
  const { t } = useTranslation('begin');
  const { t: plan } = useTranslation('plan');
  const words = useVerdictWords();
  const findings = findingsOf(checked?.check.problems ?? []);
  return (
    <Section title={t('check')} className={style.check}>
      {!checked && <p className="mut">{empty}</p>}
      {checked?.check.goals.map(goal => {
        const node = checked.view?.nodes.find(({ id }) => id === goal.id);
        return (
          node && (
            <div key={goal.id} className={style.verdict} role="status">
              <Pill tone={VERDICTS[goal.verdict].tone}>{plan(VERDICTS[goal.verdict].word)}</Pill>
              <strong>{words.sentence(goal, node)}</strong>
            </div>
          )
        );
      })}
      {checked?.view && <PlanOutline view={checked.view} planned={checked.planned} alone={alone} />}
      {checked && findings.length > 0 && (
        <details className={style.findings}>
          <summary>{t('findings', { count: findings.length })}</summary>
          <FindingList findings={findings} view={checked.view} />
        </details>
      )}
    </Section>
  );
}
