import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { periodOf } from '#core/calendar/period.ts';
import { useAnswer } from '../app/use-answer.ts';
import { useWorkspace } from '../app/workspace-context.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Fine, Loading } from '../ui/states.tsx';
import { checkHere } from './plan-desk.ts';
import style from './smart-score.module.css';
import { type SmartScore, smartChanges, smartScore } from './smart-score.ts';
import type { Planning } from './use-planning.ts';

/** What the same questions would have been answered at the last review: the plan and the data as they were known then. */
export function SmartSince({
  planning,
  now,
  today,
}: {
  readonly planning: Planning;
  readonly now: SmartScore;
  readonly today: Day;
}) {
  const { t } = useTranslation('smart');
  const say = useSay();
  const { lang, percent } = useFigures();
  const day = lastReview(planning, today);
  const before = useScoreOn(planning, day);
  const words = { day: formatDay(day, lang) };
  if (before === undefined) return <Loading lines={2} />;
  if (before === null) return <Fine>{t('nothingThen', words)}</Fine>;
  const changes = smartChanges(before, now);
  return (
    <div className={style.since}>
      <p>
        {t('since', { ...words, share: percent(before.on / Math.max(1, before.all), 0) })}
        {changes.length === 0 && ` ${t('same')}`}
      </p>
      <ul>
        {changes.map(({ node, letter, isOn }) => (
          <li key={`${node.id} ${letter}`} className={isOn ? undefined : style.off}>
            {letter} {isOn ? '◇ → ●' : '● → ◇'} {say(node.name)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The last day before the running month, or before the running quarter or year where the plan is gone through as seldom. */
function lastReview({ view }: Planning, today: Day): Day {
  const { review = null, calendar } = view ?? {};
  const grain = review === 'quarterly' ? 'quarter' : review === 'yearly' ? 'year' : 'month';
  return calendar ? addDays(periodOf(today, grain, calendar).from, -1) : today;
}

/** Undefined while it is worked out; null where there was no plan yet. */
function useScoreOn({ answer }: Planning, day: Day): SmartScore | null | undefined {
  const { currency } = useWorkspace();
  const id = answer.plan.id;
  const definitions = useAnswer('definitions', {}).data?.text;
  const then = useAnswer('plan', { plan: id, 'as-known': day });
  const known = useAnswer('planKnowledge', { plan: id, body: { 'as-known': day } }, { when: Boolean(then.data?.version) });
  const [score, setScore] = useState<SmartScore>();
  const texts = then.data?.texts;
  const knowledge = known.data;
  useEffect(() => {
    if (!texts || !knowledge || definitions === undefined) return undefined;
    let isOver = false;
    const work = async () => {
      const found = await checkHere(texts, definitions, currency, knowledge);
      if (!isOver && found.view) setScore(smartScore(found.view, found.check.problems, knowledge));
    };
    void work();
    return () => {
      isOver = true;
    };
  }, [texts, knowledge, definitions, currency]);
  if (then.error || known.error || (then.data && !then.data.version)) return null;
  return score;
}
