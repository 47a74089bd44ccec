import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { parseDay } from '#core/calendar/day.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { useLang, useSay } from '../ui/language.ts';
import { AnalysisLink, analysisIn } from './analysis-link.tsx';
import own from './journey.module.css';

/** What was seen of an influence: in words, when, and where it can be seen again. [JNY-13] */
export function FindingList({ findings }: { readonly findings: NodeView['supports'][number]['findings'] }) {
  const { t } = useTranslation('board');
  const lang = useLang();
  const say = useSay();
  if (findings.length === 0) return null;
  return (
    <ul className={own.findings}>
      {findings.map(({ says, on, analysis }) => {
        const day = parseDay(on);
        const found = t('foundOn', { day: day ? formatDay(day, lang) : on });
        const place = analysis === null ? undefined : analysisIn(analysis);
        return (
          <li key={`${on} ${analysis} ${says.ja}`}>
            {say(says)} {place ? <AnalysisLink {...place}>{found}</AnalysisLink> : <span className="dim">{found}</span>}
          </li>
        );
      })}
    </ul>
  );
}
