import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fix, GoalVerdictReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { findingSentence } from './finding-words.ts';
import { goalSentence } from './goal-sentence.ts';
import { ProofFold } from './proof-fold.tsx';
import { RepairBest } from './repair-best.tsx';
import { RepairDialog } from './repair-dialog.tsx';
import { applyFix, useFixWords } from './use-fix-words.ts';
import type { Planning } from './use-planning.ts';
import { useRepair } from './use-repair.ts';
import { useShare } from './use-share.ts';
import style from './verdict-bar.module.css';

/** Whether the plan adds up, one sentence for each goal, with the smallest changes that would make it. */
export function VerdictBars({ planning, onNode }: { readonly planning: Planning; readonly onNode: (node: string) => void }) {
  const goals = planning.checked?.check.goals ?? [];
  return goals.map(goal => {
    const node = planning.nodeOf(goal.id);
    return node && <VerdictBar key={goal.id} goal={goal} node={node} planning={planning} onNode={onNode} />;
  });
}

export const VERDICTS = {
  reaches: { tone: 'good', word: 'reaches' },
  short: { tone: 'bad', word: 'short' },
  'cannot-tell': { tone: 'warn', word: 'cannotTell' },
} as const satisfies Readonly<Record<GoalVerdictReport['verdict'], { tone: Tone; word: string }>>;

interface BarProps {
  readonly goal: GoalVerdictReport;
  readonly node: NodeView;
  readonly planning: Planning;
  readonly onNode: (node: string) => void;
}

function VerdictBar({ goal, node, planning, onNode }: BarProps) {
  const { t } = useTranslation('plan');
  const words = useVerdictWords();
  const { tone, word } = VERDICTS[goal.verdict];
  const isOver = goalSentence(goal, node) === 'overSentence';
  return (
    <section className={`${style.bar} ${style[tone]}`} aria-label={t('check')}>
      <Pill tone={tone}>{t(isOver ? 'over' : word)}</Pill>
      <div className={style.words} role="status">
        <strong>{words.sentence(goal, node)}</strong>
        <span>{words.reading(goal, node, planning)}</span>
        {goal.verdict === 'cannot-tell' && <Missing goal={goal} planning={planning} onNode={onNode} />}
      </div>
      {goal.verdict === 'short' && <Fixes goal={goal} node={node} planning={planning} />}
      {goal.verdict !== 'cannot-tell' && <ProofFold goal={goal} node={node} planning={planning} />}
    </section>
  );
}

/** The sentences about a goal's verdict, for the bar and for the page that publishes. */
export function useVerdictWords() {
  const { t } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const share = useShare();
  return {
    sentence: (goal: GoalVerdictReport, node: NodeView): string => {
      const of = measureOf(node);
      const { implied, shortBy, coverage } = goal.period;
      const { steady } = goal;
      const value = (number: number | null) => (number === null ? '' : figures.value(number, of));
      const slack = implied !== null && goal.target !== null ? figures.value(Math.abs(implied - goal.target), of) : '';
      return t(goalSentence(goal, node), {
        goal: say(node.name),
        implied: value(implied),
        coverage: coverage === null ? '' : share(coverage),
        shortBy: value(shortBy),
        steady: value(steady.implied),
        steadyShare: steady.coverage === null ? '' : share(steady.coverage),
        slack,
      });
    },
    reading: (goal: GoalVerdictReport, node: NodeView, { view }: Pick<Planning, 'view'>): string => {
      const of = measureOf(node);
      const { steady, period, pipeline } = goal;
      const hasLag = view?.nodes.some(({ lag, equals }) => lag !== null && equals !== null) ?? false;
      const parts = [
        view && t('readingPeriod', { period: formatDayRange(view.period, figures.lang) }),
        hasLag && t(PIPELINES[pipeline]),
        steady.implied !== null &&
          steady.implied !== period.implied &&
          goalSentence(goal, node) !== 'shortTimingSentence' &&
          t('steadyNote', {
            steady: figures.value(steady.implied, of),
            coverage: steady.coverage === null ? '' : share(steady.coverage),
          }),
      ];
      return parts.filter(part => part).join(say({ ja: '。', en: '. ' }));
    },
  };
}

const PIPELINES = { baseline: 'pipelineBaseline', given: 'pipelineGiven', none: 'pipelineNone' } as const;

/** What keeps the answer from being known, each one leading to its card. */
function Missing({ goal, planning, onNode }: Omit<BarProps, 'node'>) {
  const { t } = useTranslation('plan');
  const say = useSay();
  const { missing = [] } = goal;
  if (missing.length === 0) {
    const why = planning.checked?.check.problems.find(({ code, params }) => DOUBTS.includes(code) && params.goal === goal.id);
    return why && <span>{say(findingSentence(why, planning.view))}</span>;
  }
  return (
    <span>
      {t('missingTargets')}
      {missing.slice(0, 6).map((id, place) => (
        <span key={id}>
          {place > 0 && say({ ja: '、', en: ', ' })}
          <Button look="link" onClick={() => onNode(id)}>
            {say(planning.nodeOf(id)?.name) || id}
          </Button>
        </span>
      ))}
      {missing.length > 6 && t('andMore', { count: missing.length - 6 })}
    </span>
  );
}

const DOUBTS: readonly string[] = ['unbounded-driver', 'baseline-needed', 'goal-undefined', 'not-monotone'];

/** Changes beyond this factor are no advice; they stand in the list only. */
const FAR = 3;

/** The smallest combination, the two smallest single changes as buttons, and the way to the rest. */
function Fixes({ goal, node, planning }: Pick<BarProps, 'goal' | 'node' | 'planning'>) {
  const { t } = useTranslation('plan');
  const [open, setOpen] = useState(false);
  const words = useFixWords(planning);
  const found = useRepair(
    planning.checked?.texts,
    useMemo(() => ({ goal: goal.id }), [goal.id]),
  );
  const own = (planning.checked?.fixes ?? []).filter(fix => fix.goal === goal.id);
  const near = own.filter(fix => words.isApplicable(fix) && fix.factor <= FAR && fix.factor >= 1 / FAR).slice(0, 2);
  return (
    <>
      <div className={style.fixes}>
        {near.map((fix: Fix) => (
          <Button key={fix.node} title={t('fixTitle')} onClick={() => void applyFix(fix, planning)}>
            {words.name(fix)} {words.planned(fix)} → <b>{words.needed(fix)}</b>
          </Button>
        ))}
        <Button look="main" onClick={() => setOpen(true)}>
          {t('otherFixes')}
        </Button>
      </div>
      <RepairBest found={found} planning={planning} />
      {open && <RepairDialog goal={goal} node={node} fixes={own} planning={planning} onClose={() => setOpen(false)} />}
    </>
  );
}
