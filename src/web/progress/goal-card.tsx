import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import type { NodeProgress } from '#core/progress/node-progress.ts';
import { usePlace } from '../app/place.ts';
import type { Stands } from '../app/standing-page.tsx';
import { useVersionName } from '../app/version-name.ts';
import { usePeople } from '../app/workspace-context.ts';
import { AchievementBar } from '../ui/achievement-bar.tsx';
import { Card } from '../ui/card.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Tag } from '../ui/pill.tsx';
import { besideOf } from './compared.ts';
import style from './executive.module.css';
import { GoalChart } from './goal-chart.tsx';
import { LandingFacts, LandingSentence } from './landing-facts.tsx';
import { Light, toneOf } from './light.tsx';
import { measureOf, useNodeWords } from './node-words.ts';
import { useLanding, useLandingRecord } from './use-landing.ts';

/** One goal: how much, against what, and the course so far. */
export function GoalCard({ goal, stands }: { readonly goal: NodeView; readonly stands: Stands }) {
  const say = useSay();
  const figures = useFigures();
  const words = useNodeWords();
  const { t } = useTranslation('app');
  const progress = stands.progress.nodes.find(({ node }) => node === goal.id);
  const landing = useLanding(stands);
  const record = useLandingRecord(stands, goal.id, landing.isSuccess);
  if (!progress) return null;
  const landed = landing.data?.nodes.find(({ node }) => node === goal.id);
  const basis = words.basis(goal.basis);
  return (
    <Card className={style.goal}>
      <div>
        <div className={style.name}>
          <h2>
            <Link to="/progress/kpi/$node" params={{ node: goal.id }}>
              {say(goal.name)}
            </Link>
          </h2>
          <Tag>{t('goal')}</Tag>
          {basis && <Tag>{basis}</Tag>}
        </div>
        <div className={`${style.big} num`}>{figures.observed(progress.plan.actual, measureOf(goal))}</div>
        <GoalFacts goal={goal} progress={progress} stands={stands}>
          <LandingFacts goal={goal} landing={landing} record={record} />
        </GoalFacts>
        <GoalSentence goal={goal} progress={progress} stands={stands} />
        {landing.data && landed && <LandingSentence answer={landing.data} landed={landed} />}
      </div>
      <GoalChart goal={goal} progress={progress} stands={stands} expected={landed?.cumulative ?? null} />
    </Card>
  );
}

interface GoalProps {
  readonly goal: NodeView;
  readonly progress: NodeProgress;
  readonly stands: Stands;
}

function GoalFacts({ goal, progress, stands, children }: GoalProps & { readonly children: ReactNode }) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const of = measureOf(goal);
  const { plan } = progress;
  const through = formatDay(stands.progress.to, figures.lang, 'month-day');
  return (
    <dl className={style.facts}>
      {plan.achievement && plan.due !== undefined && (
        <>
          <dt>{t('vsPlan')}</dt>
          <dd>
            <Light progress={progress} />{' '}
            <small>
              {t('vsPlanDue', {
                gap: figures.difference(plan.achievement.gap, of),
                day: through,
                due: figures.value(plan.due, of),
              })}
            </small>
          </dd>
        </>
      )}
      <Comparison goal={goal} progress={progress} stands={stands} />
      {plan.ofWhole !== undefined && plan.whole !== undefined && (
        <>
          <dt>{t('yearShare')}</dt>
          <dd>
            <strong className="num">{figures.percent(plan.ofWhole)}</strong>{' '}
            <small>
              {t('ofTarget', { target: figures.value(plan.whole, of) })}
              {plan.elapsed !== undefined && ` · ${t('elapsed', { share: figures.percent(plan.elapsed) })}`}
            </small>
            <div className={style.gauge}>
              <AchievementBar
                share={plan.ofWhole}
                pace={plan.elapsed}
                tone={toneOf(progress.state)}
                label={t('gaugeLabel', { share: figures.percent(plan.ofWhole), elapsed: figures.percent(plan.elapsed ?? 0) })}
              />
            </div>
          </dd>
        </>
      )}
      {children}
    </dl>
  );
}

/** Last year always; what else was chosen to compare with, beside it. */
function Comparison({ goal, progress, stands }: GoalProps) {
  const { t } = useTranslation('progress');
  const figures = useFigures();
  const nameOf = useVersionName();
  const { compare } = usePlace();
  const of = measureOf(goal);
  const lastYear = besideOf(progress, 'plan', { kind: 'last-year' }, stands.progress);
  const other = compare.kind === 'version' ? besideOf(progress, 'plan', compare, stands.progress) : undefined;
  const version = stands.progress.compare?.version;
  return (
    <>
      {lastYear.index !== undefined && lastYear.value !== undefined && (
        <>
          <dt>{t('vsLastYear')}</dt>
          <dd>
            <strong className="num">{figures.index(lastYear.index)}</strong>{' '}
            <small>{t('lastYearValue', { value: figures.value(lastYear.value, of) })}</small>
          </dd>
        </>
      )}
      {version && other?.index !== undefined && other.value !== undefined && (
        <>
          <dt>{t('vsVersion', { name: nameOf(version) })}</dt>
          <dd>
            <strong className="num">{figures.percent(other.index)}</strong>{' '}
            <small>{t('planToDate', { value: figures.value(other.value, of) })}</small>
          </dd>
        </>
      )}
    </>
  );
}

/** Whether something is asked of a KPI: a target, or targets of single months. */
function isAskedOf(node: NodeView | undefined): boolean {
  return node?.role === 'kpi' && (node.target !== null || Object.keys(node.months).length > 0);
}

/** Where it stands and what is furthest behind, as one would say it. */
function GoalSentence({ goal, progress, stands }: GoalProps) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const people = usePeople();
  const { achievement } = progress.plan;
  if (!achievement) return null;
  const gap = figures.value(Math.abs(achievement.gap), measureOf(goal));
  const key = achievement.gap === 0 ? 'onSentence' : achievement.gap > 0 ? 'aboveSentence' : 'belowSentence';
  const worst = stands.progress.nodes
    .filter(({ node, state }) => (state === 'near' || state === 'behind') && isAskedOf(stands.nodeOf(node)))
    .toSorted((a, b) => (a.month.achievement?.ratio ?? 1) - (b.month.achievement?.ratio ?? 1))[0];
  const node = worst && stands.nodeOf(worst.node);
  const ratio = worst?.month.achievement?.ratio;
  return (
    <p className={style.sentence}>
      {t(key, { gap })}
      {figures.lang === 'en' && ' '}
      {node && ratio !== undefined
        ? t('worstSentence', {
            name: say(node.name),
            ratio: figures.percent(ratio),
            owner: people.nameOf(node.owner) ?? t('worstNobody'),
          })
        : t('allMet')}
    </p>
  );
}
