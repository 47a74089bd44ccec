import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { numberOf } from '#core/measure/observation.ts';
import { initials } from '#core/share/initials.ts';
import type { Stands } from '../app/standing-page.tsx';
import { usePeople } from '../app/workspace-context.ts';
import { Light, lightWord, toneOf } from '../progress/light.tsx';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { classNames } from '../ui/class-names.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { SHAPES } from '../ui/pill.tsx';
import { Sparkline } from '../ui/sparkline.tsx';
import type { CardFace } from './card-face.ts';
import style from './progress-face.module.css';

/** Cards of the progress: what was reached, against what, and how it has been going. */
export function useProgressFace(stands: Stands | undefined): (node: NodeView) => CardFace {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const people = usePeople();
  const byId = new Map(stands?.progress.nodes.map(progress => [progress.node, progress]));
  return node => {
    const progress = byId.get(node.id);
    const standing = progress?.[progress.main];
    const of = measureOf(node);
    const ownerName = people.nameOf(node.owner);
    const owner = ownerName && initials(ownerName);
    const aim =
      standing?.due !== undefined
        ? t(node.time === 'flow' ? 'dueShort' : 'aimShort', { value: figures.value(standing.due, of) })
        : words.target(node) && t('aimShort', { value: words.target(node) });
    const ratio = standing?.achievement?.ratio;
    return {
      name: say(node.name),
      amount: standing ? figures.observed(standing.actual, of) : app('noData'),
      rest: '',
      isQuiet: !standing || numberOf(standing.actual) === undefined,
      mark: null,
      light: progress && node.role === 'kpi' && <Light progress={progress} flag={false} />,
      line: progress && <Sparkline width={48} height={18} trend={progress.trend} tone={toneOf(progress.state)} />,
      foot:
        node.role === 'goal' ? (
          [node.target?.by && t('until', { day: formatDay(node.target.by, figures.lang) }), owner].filter(Boolean).join(' · ')
        ) : progress?.flag ? (
          <span className={classNames('warn', style.flag)}>
            <span aria-hidden="true">{SHAPES.warn} </span>
            {app(progress.flag === 'quality-down' ? 'qualityDown' : 'addsUpShort')}
          </span>
        ) : (
          [aim, owner].filter(Boolean).join(' · ')
        ),
      footTitle: ownerName,
      words: {
        foot: [node.role === 'goal' ? undefined : aim, ownerName].filter(Boolean).join(' · '),
        ...(progress && node.role === 'kpi'
          ? { state: { word: lightWord(progress.state, app), tone: toneOf(progress.state) } }
          : {}),
      },
      facts:
        node.role === 'goal' && progress && standing
          ? [
              { label: t('goalActual'), value: figures.observed(standing.actual, of) },
              ...(standing.due === undefined ? [] : [{ label: t('goalDue'), value: figures.value(standing.due, of) }]),
              {
                label: t('vsPlan'),
                value: ratio === undefined ? lightWord(progress.state, app) : figures.percent(ratio, 1),
                tone: toneOf(progress.state),
              },
              ...(standing.ofWhole === undefined ? [] : [{ label: t('ofYear'), value: figures.percent(standing.ofWhole, 1) }]),
            ]
          : [],
    };
  };
}
