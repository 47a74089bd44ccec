import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import type { WireProblem } from '#contract/problem.ts';
import { isInTheWay } from '#core/plan/publishable.ts';
import { Button } from '../ui/button.tsx';
import { useSay } from '../ui/language.ts';
import { Pill, Tag, type Tone } from '../ui/pill.tsx';
import { FindingActions } from './finding-actions.tsx';
import { findingNode, findingSentence } from './finding-words.ts';
import style from './panel.module.css';
import { RuleFold } from './rule-fold.tsx';
import type { Planning } from './use-planning.ts';

const TONES = { error: 'bad', warning: 'warn', info: 'none' } as const satisfies Readonly<Record<WireProblem['severity'], Tone>>;
const FIRST = 3;

/** What the plan's check found, the three that matter first; each leads to its card, or to its line in the text. */
export function FindingList({
  findings,
  view,
  onNode,
  planning,
}: {
  readonly findings: readonly WireProblem[];
  readonly view: PlanView | null;
  readonly onNode?: (node: string) => void;
  /** The plan being worked on, where something can be done about a finding here. */
  readonly planning?: Planning;
}) {
  const { t } = useTranslation('plan');
  const { t: design } = useTranslation('design');
  const say = useSay();
  const navigate = useNavigate();
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, FIRST);
  const rest = findings.length - FIRST;
  return (
    <>
      <ul className={style.findings}>
        {shown.map((found, place) => {
          const id = findingNode(found, view);
          const node = view?.nodes.find(one => one.id === id);
          const { line } = found;
          return (
            <li key={`${found.code} ${line} ${place}`}>
              <div className={style.findingHead}>
                <Pill tone={TONES[found.severity]}>{t(found.severity)}</Pill>
                {found.severity !== 'error' && isInTheWay(found) && <Tag>{design('settleTag')}</Tag>}
                {onNode && node ? (
                  <Button look="link" onClick={() => onNode(node.id)}>
                    {say(node.name)}
                  </Button>
                ) : (
                  line !== undefined && (
                    <Button
                      look="link"
                      onClick={() =>
                        void navigate({ to: '/plan/text', search: previous => ({ ...previous, line: String(line) }) })
                      }
                    >
                      {t('planLine', { line })}
                    </Button>
                  )
                )}
              </div>
              <p title={say(findingSentence(found, view))}>{say(findingSentence(found, view))}</p>
              {planning && <FindingActions found={found} planning={planning} />}
              <RuleFold code={found.code} />
            </li>
          );
        })}
      </ul>
      {rest > 0 && (
        <div className={style.links}>
          <Button look="quiet" small onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('fewer') : t('moreFindings', { count: rest })}
          </Button>
        </div>
      )}
    </>
  );
}
