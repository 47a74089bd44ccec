import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LandingAnswer, LandingRecordAnswer } from '#contract/foresee.ts';
import type { NodeView } from '#contract/plan-view.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './executive.module.css';
import { measureOf } from './node-words.ts';
import type { NodeLanding } from './use-landing.ts';

/** Where a goal will land, how likely it is met, and what sales expect: rows of a list of facts. */
export function LandingFacts({
  goal,
  landing,
  record,
}: {
  readonly goal: NodeView;
  readonly landing: UseQueryResult<LandingAnswer>;
  readonly record: LandingRecordAnswer['goals'][number] | undefined;
}) {
  const { t } = useTranslation('progress');
  const say = useSay();
  const figures = useFigures();
  const of = measureOf(goal);
  const found = landing.data?.nodes.find(({ node }) => node === goal.id);
  const pipeline = landing.data?.pipeline;
  return (
    <>
      <dt>{t('landing')}</dt>
      {found?.landing ? (
        <dd>
          <strong className="num">{figures.value(found.landing.p50, of)}</strong>{' '}
          <small>{t('landingBand', { range: figures.range(found.landing.p10, found.landing.p90, of) })}</small>
        </dd>
      ) : (
        <dd className="dim" aria-busy={landing.isPending}>
          {found?.why ? say(found.why) : t(landing.isError ? 'landingFailed' : 'landingWorking')}
        </dd>
      )}
      {found?.landing && record && record.tries.length > 0 && (
        <>
          <dt>{t('landingTried')}</dt>
          <dd title={say(record.sentence)}>{t('landingTriedHeld', { n: record.tries.length, inside: record.inside })}</dd>
        </>
      )}
      {found?.probability !== undefined && found.probability !== null && (
        <>
          <dt>{t('probability')}</dt>
          <dd>
            <strong className="num">{figures.percent(found.probability, 0)}</strong>{' '}
            {found.withEffects && found.withEffects.probability !== null && (
              <small>{t('probabilityWith', { share: figures.percent(found.withEffects.probability, 0) })}</small>
            )}
          </dd>
        </>
      )}
      {pipeline?.state === 'pipeline' && pipeline.goal === goal.id && (
        <>
          <dt>{t('pipelineLanding')}</dt>
          <dd>
            <span className="num">{figures.value(pipeline.landingBySales, of)}</span>{' '}
            <small>
              {t('pipelineParts', {
                won: figures.value(pipeline.won, of),
                open: figures.value(pipeline.openBySales, of),
                toCome: figures.value(pipeline.toCome, of),
              })}
            </small>
          </dd>
        </>
      )}
    </>
  );
}

/** What is to be expected if nothing changes, as one would say it; nothing where all is well. */
export function LandingSentence({ answer, landed }: { readonly answer: LandingAnswer; readonly landed: NodeLanding }) {
  const say = useSay();
  const warning = answer.warnings.find(({ node }) => node === landed.node);
  return warning ? <p className={style.foresight}>{say(warning.sentence)}</p> : null;
}
