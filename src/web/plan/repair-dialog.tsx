import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fix, GoalVerdictReport } from '#contract/check.ts';
import type { NodeView } from '#contract/plan-view.ts';
import type { RepairRequest } from '#core/repair/repair.ts';
import { measureOf } from '../progress/node-words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Loading } from '../ui/states.tsx';
import { FixesTable } from './fixes-table.tsx';
import style from './repair.module.css';
import { applyOffer, largestShare } from './repair-best.tsx';
import { RepairConditions } from './repair-conditions.tsx';
import { RepairLines, useRepairLines, useRepairTitle } from './repair-lines.tsx';
import { type Condition, requestOf } from './repair-request.ts';
import type { Planning } from './use-planning.ts';
import { useRepair } from './use-repair.ts';
import { useShare } from './use-share.ts';
import type { Repaired } from './worker-message.ts';

/** Every way to make a goal reach: what may be changed is chosen here, the suggestions follow. */
export function RepairDialog({
  goal,
  node,
  fixes,
  planning,
  onClose,
}: {
  readonly goal: GoalVerdictReport;
  readonly node: NodeView;
  /** What each driver alone would have to be. */
  readonly fixes: readonly Fix[];
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('repair');
  const { t: plan } = useTranslation('plan');
  const say = useSay();
  const [conditions, setConditions] = useState<ReadonlyMap<string, Condition>>(new Map());
  const request = useMemo<RepairRequest>(() => requestOf(goal.id, conditions, planning.nodeOf), [goal.id, conditions, planning]);
  const texts = planning.checked?.texts;
  const found = useRepair(texts, useSame(request));
  const isNothingFree = fixes.length > 0 && fixes.every(fix => conditions.get(fix.node)?.isFree === false);
  return (
    <Dialog wide title={t('title', { goal: say(node.name) })} onClose={onClose}>
      {isNothingFree ? (
        <p className={style.impossible}>{t('nothingFree')}</p>
      ) : found.value ? (
        <Offers repaired={found.value} isOld={found.isOld} node={node} planning={planning} onClose={onClose} />
      ) : (
        <Loading lines={4} />
      )}
      <p className={style.note}>
        {t('wholePeriod')}{' '}
        <Link to="/plan/schedule" className="link">
          {t('toSchedule')}
        </Link>
      </p>
      <RepairConditions fixes={fixes} planning={planning} conditions={conditions} onChange={setConditions} />
      <h3 className={style.title}>{plan('fixesTitle')}</h3>
      <p className={style.note}>{plan('fixesText', { goal: say(node.name) })}</p>
      <FixesTable fixes={fixes} planning={planning} onDone={onClose} />
    </Dialog>
  );
}

/** The same request stays the same value, so that nothing is asked twice. */
function useSame(request: RepairRequest): RepairRequest {
  const key = JSON.stringify([
    request.goal,
    [...(request.fixed ?? [])],
    [...(request.limits ?? [])].map(([id, { value, why }]) => [id, `${value.numerator}/${value.denominator}`, why]),
    [...(request.weights ?? [])],
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the request
  return useMemo(() => request, [key]);
}

const KINDS = { cheapest: 'cheapest', few: 'few', one: 'one' } as const;

function Offers({
  repaired,
  isOld,
  node,
  planning,
  onClose,
}: {
  readonly repaired: Repaired;
  readonly isOld: boolean;
  readonly node: NodeView;
  readonly planning: Planning;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('repair');
  const say = useSay();
  const figures = useFigures();
  const share = useShare();
  const linesOf = useRepairLines(planning.nodeOf);
  const titleOf = useRepairTitle();
  const { answer, after } = repaired;
  const of = measureOf(node);
  if (answer.problems.length > 0) return <p className={style.impossible}>{say(answer.problems[0]?.message)}</p>;
  if (answer.best) return <Impossible best={answer.best} node={node} planning={planning} />;
  return (
    <div className={style.offers} data-old={isOld || undefined} aria-busy={isOld}>
      {answer.offers.map((offer, place) => {
        const lines = linesOf(after[place] ?? []);
        const { implied, coverage } = offer.verdict.period;
        return (
          <section key={offer.kind} className={style.offer}>
            <h3>
              {titleOf(lines)}
              <small>
                {t(KINDS[offer.kind])} · {t('atMost', { share: largestShare(lines) })}
              </small>
            </h3>
            <RepairLines lines={lines} />
            {implied !== null && (
              <p className={style.after}>
                {t(coverage === null || node.direction !== 'up' ? 'afterPlain' : 'after', {
                  implied: figures.value(implied, of),
                  coverage: coverage === null ? '' : share(coverage),
                })}
              </p>
            )}
            {offer.harms.length > 0 && (
              <p className="warn">
                {t('harms', {
                  names: offer.harms.map(id => say(planning.nodeOf(id)?.name) || id).join(say({ ja: '、', en: ', ' })),
                })}
              </p>
            )}
            <Button
              look={place === 0 ? 'main' : 'plain'}
              disabled={isOld}
              onClick={() => {
                onClose();
                void applyOffer(offer.texts, planning);
              }}
            >
              {t('apply')}
            </Button>
          </section>
        );
      })}
    </div>
  );
}

const WHY = {
  yours: 'yours',
  capacity: 'capacity',
  'own-best': 'ownBest',
  benchmark: 'benchmark',
  nature: 'nature',
  budget: 'budget',
} as const;

/** How far one gets at most, and what stands in the way. */
function Impossible({
  best,
  node,
  planning,
}: {
  readonly best: NonNullable<Repaired['answer']['best']>;
  readonly node: NodeView;
  readonly planning: Planning;
}) {
  const { t } = useTranslation('repair');
  const say = useSay();
  const figures = useFigures();
  const share = useShare();
  const { value, coverage, binding } = best;
  return (
    <div className={style.impossible}>
      <b>
        {t(coverage === null ? 'impossiblePlain' : 'impossible', {
          value: figures.value(value, measureOf(node)),
          coverage: coverage === null ? '' : share(coverage),
        })}
      </b>
      {binding.length > 0 && (
        <>
          <p className={style.note}>{t('binding')}</p>
          <ul>
            {binding.map(({ node: id, limit, why }) => {
              const bound = planning.nodeOf(id);
              return (
                <li key={id}>
                  {say(bound?.name) || id} <span className="num">{bound ? figures.value(limit, measureOf(bound)) : limit}</span>{' '}
                  <small className="mut">{t(WHY[why])}</small>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}
