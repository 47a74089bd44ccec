import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { TreeBox } from '#core/share/tree-box.ts';
import { usePeople } from '../app/workspace-context.ts';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { SHAPES, Tag } from '../ui/pill.tsx';
import type { CardFace } from './card-face.ts';
import style from './check-face.module.css';
import { findingNode, findingsOf } from './finding-words.ts';
import { usePlannedWords } from './planned-words.ts';
import { useFixWords } from './use-fix-words.ts';
import type { Planning } from './use-planning.ts';

/** Cards of the check: what is asked of each node, what would be needed, and what is wrong with it. Targets only. */
export function useCheckFace(planning: Planning): (node: NodeView, kind: TreeBox['kind']) => CardFace {
  const { t } = useTranslation('plan');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const people = usePeople();
  const { checked, view, nodeOf } = planning;
  const planned = usePlannedWords(view, checked?.planned ?? []);
  const fixes = useFixWords(planning);
  const findings = findingsOf(checked?.check.problems ?? []);
  const worst = new Map(
    findings.toReversed().flatMap(found => {
      const node = findingNode(found, view);
      return node === undefined || found.severity === 'info' ? [] : [[node, found.severity] as const];
    }),
  );
  const needed = new Map(
    (checked?.fixes ?? []).filter(fix => fix.possible === 'yes').map(fix => [fix.node, fixes.needed(fix)] as const),
  );
  /** What a KPI that stands beside the formulas is there for. */
  const besideWords = (node: NodeView) => {
    const to = node.supports.map(one => nodeOf(one.to)).find(found => found !== undefined);
    if (to) return t('influenceOn', { name: say(to.name) });
    return [t('outsideShort'), people.nameOf(node.owner) ?? t('noOwner')].join(' · ');
  };
  return (node, kind) => {
    const amount = planned(node);
    const severity = worst.get(node.id);
    const owner = people.nameOf(node.owner);
    const need = needed.get(node.id);
    const formula = words.formula(node, id => say(nodeOf(id)?.name) || id);
    const goal = checked?.check.goals.find(({ id }) => id === node.id);
    const of = measureOf(node);
    const ending = [node.target?.by && t('until', { day: formatDay(node.target.by, figures.lang) }), owner ?? t('noOwner')]
      .filter(Boolean)
      .join(' · ');
    return {
      name: say(node.name),
      amount: amount?.amount ?? (!checked ? '…' : node.undecided ? t('undecided') : t(node.equals ? 'notKnownYet' : 'noTarget')),
      rest: amount?.rest ?? '',
      isQuiet: amount === undefined,
      mark: severity ? (
        <span className={severity === 'error' ? 'bad' : 'warn'} title={t(severity)}>
          <span aria-hidden="true">{SHAPES[severity === 'error' ? 'bad' : 'warn']}</span>
          <span className="visually-hidden">{t(severity)}</span>
        </span>
      ) : null,
      light: null,
      line: node.kind && kind !== 'influence' && node.role === 'kpi' ? <Tag>{t(node.kind)}</Tag> : null,
      foot: goal ? (
        ending
      ) : kind === 'influence' && !need ? (
        besideWords(node)
      ) : need ? (
        <b>{t('neededIs', { value: need })}</b>
      ) : formula && amount?.derived !== false ? (
        formula
      ) : (
        (owner ?? <span className={style.nobody}>{t('noOwner')}</span>)
      ),
      footTitle: formula || undefined,
      words: {
        foot: goal
          ? ending
          : need
            ? t('neededIs', { value: need })
            : kind === 'influence'
              ? besideWords(node)
              : formula || owner || t('noOwner'),
        ...(severity ? { state: { word: t(severity), tone: severity === 'error' ? 'bad' : 'warn' } } : {}),
      },
      facts: goal
        ? [
            { label: t('goalTarget'), value: goal.target === null ? t('undecided') : figures.value(goal.target, of) },
            ...(goal.period.implied === null
              ? [{ label: t('goalImplied'), value: t('cannotTell'), tone: 'none' as const }]
              : [
                  {
                    label: t('goalImplied'),
                    value: figures.value(goal.period.implied, of),
                    tone:
                      goal.verdict === 'short'
                        ? ('bad' as const)
                        : goal.verdict === 'reaches'
                          ? ('good' as const)
                          : ('none' as const),
                  },
                ]),
            ...(goal.steady.implied !== null && goal.steady.implied !== goal.period.implied
              ? [{ label: t('goalSteady'), value: figures.value(goal.steady.implied, of) }]
              : []),
          ]
        : [],
    };
  };
}
