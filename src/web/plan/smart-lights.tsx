import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { treeOfPlan } from '#contract/tree-of-plan.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { type SmartLetter, smartLetterOf } from '#core/lint/smart/smart-letters.ts';
import { isMeasured } from '#core/progress/measured-by.ts';
import { treeShape } from '#core/share/tree-nodes.ts';
import { useStanding } from '../app/standing.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { SHAPES } from '../ui/pill.tsx';
import { findingSentence, findingsOf } from './finding-words.ts';
import style from './panel.module.css';
import { isAbout } from './smart-score.ts';
import type { Planning } from './use-planning.ts';

/** Whether a target is specific, measured, attainable, relevant and has a date, each with its reason. */
export function SmartLights({ node, planning }: { readonly node: NodeView; readonly planning: Planning }) {
  const { t } = useTranslation('plan');
  const lines = useSmart(node, planning);
  return (
    <>
      <h3 className={style.title}>{t('smart')}</h3>
      <ul className={style.smart}>
        {lines.map(({ letter, ok, words, doubts }) => (
          <li key={letter}>
            <span className={ok ? style.ok : style.open}>{letter}</span>
            <span>
              {!ok && (
                <span className="warn">
                  <span aria-hidden="true">{SHAPES.warn} </span>
                  <span className="visually-hidden">{t('warning')}</span>
                </span>
              )}
              {words}
              {doubts.map(doubt => (
                <span key={doubt} className={style.doubt}>
                  {doubt}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface SmartLine {
  readonly letter: SmartLetter;
  readonly ok: boolean;
  readonly words: string;
  /** What was found that puts it in doubt. */
  readonly doubts: readonly string[];
}

function useSmart(node: NodeView, planning: Planning): readonly SmartLine[] {
  const { t } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const standing = useStanding();
  const { view, nodeOf } = planning;
  const of = measureOf(node);
  const source = standing.kind === 'standing' ? standing.progress.sources.find(one => one.node === node.id)?.by : undefined;
  const measured = isMeasured(source);
  const hasPast = planning.known?.nodes[node.id]?.past.some(({ value }) => value !== null) ?? false;
  const hasNumber = node.target !== null || Object.keys(node.months).length > 0;
  const end = node.target?.by ?? view?.period.to;
  const reached = view ? treeShape(treeOfPlan(view)) : undefined;
  const isPart = node.role === 'goal' || (reached?.drawnBelow.has(node.id) ?? false);
  const influenced = node.supports[0] && nodeOf(node.supports[0].to);
  const factor = view?.factors.find(({ id }) => id === node.under);
  const goal = view?.nodes.find(({ role }) => role === 'goal');
  const found = findingsOf(planning.checked?.check.problems ?? []).filter(one => isAbout(one, node.id));
  const doubtsOf = (letter: SmartLetter) =>
    found
      .filter(one => smartLetterOf(one.code) === letter)
      // One that lists several KPIs says nothing here that the line above does not.
      .filter(one => one.params.nodes === undefined)
      .map(one => say(findingSentence(one, view)));
  const isDoubted = (letter: SmartLetter) => found.some(one => smartLetterOf(one.code) === letter);
  const lines: readonly Omit<SmartLine, 'doubts'>[] = [
    {
      letter: 'S',
      ok: hasNumber || node.equals !== null,
      words: hasNumber ? t('smartS') : t(node.equals ? 'calculated' : 'smartSNone'),
    },
    { letter: 'M', ok: measured, words: t(measured ? (source === 'plan' ? 'smartMFormula' : 'smartMYes') : 'smartMNone') },
    {
      letter: 'A',
      ok: node.baseline !== null || hasPast,
      words: attainable(),
    },
    {
      letter: 'R',
      ok: isPart || influenced !== undefined || factor !== undefined,
      words: isPart
        ? node.role === 'goal'
          ? t('smartRGoal')
          : t('smartR', { goal: say(goal?.name) })
        : influenced
          ? t('smartRInfluence', { name: say(influenced.name) })
          : factor
            ? t('smartRFactor', { name: say(factor.name) })
            : t('smartRNone'),
    },
    {
      letter: 'T',
      ok: end !== undefined,
      words: end ? t(node.target?.by ? 'smartT' : 'smartTInherited', { day: formatDay(end, figures.lang) }) : '',
    },
  ];
  return lines.map(line => ({ ...line, ok: line.ok && !isDoubted(line.letter), doubts: doubtsOf(line.letter) }));

  function attainable(): string {
    const { target, baseline } = node;
    if (!baseline) return t(hasPast ? 'smartAPast' : 'smartANone');
    const from = figures.value(baseline.value, of);
    if (!target || target.per !== baseline.per) return t('smartABaselineOnly', { baseline: from });
    const [before, after] = [Number(baseline.value), Number(target.value)];
    const change =
      node.unit.kind === 'ratio' || before === 0
        ? figures.difference(after - before, of)
        : t('changeTo', { share: figures.percent(after / before) });
    return t('smartABaseline', { baseline: from, change });
  }
}
