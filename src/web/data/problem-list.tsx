import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireProblem } from '#contract/problem.ts';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import style from './preview.module.css';

const TONES = { error: 'bad', warning: 'warn', info: 'none' } as const satisfies Record<WireProblem['severity'], Tone>;
const WORDS = { error: 'errorWord', warning: 'warningWord', info: 'infoWord' } as const;
const ORDER = ['error', 'warning', 'info'] as const;

/** Problems in the reader's words, the heaviest first, each with its place and what can be done here. */
export function ProblemList({
  problems,
  fix,
}: {
  readonly problems: readonly WireProblem[];
  readonly fix?: (problem: WireProblem) => ReactNode;
}) {
  const { t } = useTranslation('data');
  const say = useSay();
  const sorted = problems.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  return (
    <ul className={style.problems}>
      {sorted.map((problem, place) => (
        <li key={`${problem.code} ${place}`}>
          <Pill tone={TONES[problem.severity]}>{t(WORDS[problem.severity])}</Pill>
          <div>
            <p>{say(problem.message)}</p>
            <p className={style.code}>
              {problem.line !== undefined && <span>{t('atLine', { line: problem.line })}</span>}
              <span>{t('problemCode', { code: problem.code })}</span>
            </p>
          </div>
          {fix?.(problem)}
        </li>
      ))}
    </ul>
  );
}
