import { useTranslation } from 'react-i18next';
import type { PlanDriversAnswer } from '#contract/driver.ts';
import { useLang, useSay } from '../ui/language.ts';

export type DriverRow = PlanDriversAnswer['rows'][number];
export type DriverStanding = 'ahead' | 'together' | 'against' | 'cannot-tell' | 'none';

/** What is said of a row: a driver is of use only where it moves before the goal, and for the better. */
export function standingOf({ verdict, lag, against }: DriverRow): DriverStanding {
  if (verdict !== 'driver') return verdict;
  return against ? 'against' : lag === 0 ? 'together' : 'ahead';
}

const GRAINS = {
  day: { word: 'dayWord', later: 'daysLater', long: 'days' },
  week: { word: 'weekWord', later: 'weeksLater', long: 'weeks' },
  month: { word: 'monthWord', later: 'monthsLater', long: 'months' },
} as const;

export interface DriverWords {
  /** Which KPIs move ahead of the goal, as one would say it. */
  sentence(answer: PlanDriversAnswer): string;
  /** 3週間後, 同じ週 */
  lag(lag: number, grain: PlanDriversAnswer['grain']): string;
  grain(grain: PlanDriversAnswer['grain']): string;
}

export function useDriverWords(): DriverWords {
  const { t } = useTranslation('driver');
  const say = useSay();
  const lang = useLang();
  const grain = (of: PlanDriversAnswer['grain']) => t(GRAINS[of].word);
  return {
    grain,
    lag: (lag, of) => (lag === 0 ? t('atOnce', { grain: grain(of) }) : t(GRAINS[of].later, { count: lag })),
    sentence: answer => {
      const short = answer.problems.find(({ code }) => code === 'driver-outcome');
      if (short) return say(short.message);
      if (answer.rows.length === 0) return t('nobody');
      const names = (standing: DriverStanding, from = 0) =>
        answer.rows
          .filter(row => standingOf(row) === standing)
          .slice(from)
          .map(({ name }) => say(name))
          .join(lang === 'ja' ? '、' : ', ');
      const [first] = answer.rows.filter(row => standingOf(row) === 'ahead');
      const others = names('ahead', 1);
      const sentences = first
        ? [say(first.because[0]?.message), ...(others === '' ? [] : [t('alsoAhead', { names: others })])]
        : [t('noneAhead', { goal: say(answer.goal.name), reach: t(GRAINS[answer.grain].long, { count: answer.lags.to }) })];
      const [together, unclear] = [names('together'), names('cannot-tell')];
      if (together !== '') sentences.push(t('together', { names: together, grain: grain(answer.grain) }));
      if (!first && unclear !== '') sentences.push(t('unclear', { names: unclear }));
      return sentences.join(lang === 'ja' ? '' : ' ');
    },
  };
}
