import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { numberOf } from '#core/measure/observation.ts';
import type { Stands } from '../app/standing-page.tsx';
import { usePeople } from '../app/workspace-context.ts';
import { Light, toneOf } from '../progress/light.tsx';
import { measureOf, useNodeWords } from '../progress/node-words.ts';
import { AchievementBar } from '../ui/achievement-bar.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Sparkline } from '../ui/sparkline.tsx';
import { NodeTags, PanelLinks } from './node-panel.tsx';
import style from './panel.module.css';

/** Where one node stands, and against what. */
export function ProgressPanel({ node, stands }: { readonly node: NodeView; readonly stands: Stands }) {
  const { t } = useTranslation('plan');
  const { t: app } = useTranslation('app');
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const people = usePeople();
  const progress = stands.progress.nodes.find(one => one.node === node.id);
  const standing = progress?.[progress.main];
  const of = measureOf(node);
  const formula = words.formula(node, id => say(stands.nodeOf(id)?.name) || id);
  const isFlow = node.time === 'flow';
  const facts: readonly (readonly [string, string | undefined])[] = standing
    ? [
        [t(isFlow ? 'planToDate' : 'target'), standing.due === undefined ? undefined : figures.value(standing.due, of)],
        [t('gap'), standing.achievement && figures.difference(standing.achievement.gap, of)],
        [t('wholePeriod'), !isFlow || standing.whole === undefined ? undefined : figures.value(standing.whole, of)],
        [t('elapsed'), !isFlow || standing.elapsed === undefined ? undefined : figures.percent(standing.elapsed)],
        [
          t('lastYear'),
          numberOf(standing.lastYear.observation) === undefined ? undefined : figures.observed(standing.lastYear.observation, of),
        ],
        [t('vsLastYear'), standing.lastYear.index === undefined ? undefined : figures.index(standing.lastYear.index)],
        [t('target'), isFlow ? words.target(node) || undefined : undefined],
        [t('owner'), people.nameOf(node.owner) ?? t('noOwner')],
      ]
    : [];
  return (
    <div className={style.panel}>
      <NodeTags node={node} />
      {(say(node.meaning) || formula) && (
        <p className={style.meaning}>
          {say(node.meaning)}
          {formula && <span className={style.formula}>{formula}</span>}
        </p>
      )}
      <div>
        <div className={style.big}>
          <b className="num">{standing ? figures.observed(standing.actual, of) : app('noData')}</b>
          {progress && <Light progress={progress} word />}
        </div>
        {standing && <span className="mut">{formatDayRange(standing.range, figures.lang)}</span>}
      </div>
      {progress && <Sparkline width={300} height={56} trend={progress.trend} tone={toneOf(progress.state)} />}
      {standing?.ofWhole !== undefined && (
        <AchievementBar
          share={standing.ofWhole}
          pace={standing.elapsed}
          tone={toneOf(progress?.state ?? 'no-data')}
          label={t('gaugeLabel', { share: figures.percent(standing.ofWhole), elapsed: figures.percent(standing.elapsed ?? 0) })}
        />
      )}
      <dl className={style.facts}>
        {facts.map(([label, value]) =>
          value === undefined
            ? null
            : [
                <dt key={`${label} t`}>{label}</dt>,
                <dd key={`${label} d`} className="num">
                  {value}
                </dd>,
              ],
        )}
      </dl>
      <PanelLinks node={node} />
    </div>
  );
}
