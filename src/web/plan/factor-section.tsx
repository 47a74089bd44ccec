import { useTranslation } from 'react-i18next';
import type { PlanView } from '#contract/plan-view.ts';
import { parseShare } from '#core/plan/target.ts';
import { type SharesTotal, sharesTotal } from '#core/prioritise/shares.ts';
import { sharesByScore } from '#core/prioritise/shares-by-score.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import { showToast } from '../ui/toasts.tsx';
import type { ReviewProps } from './coverage-section.tsx';
import style from './review.module.css';
import { StoredField } from './stored-field.tsx';
import type { Planning } from './use-planning.ts';

type Factor = PlanView['factors'][number];

/** Success factors in the order of impact × feasibility, with the share of resources each gets. [DES-12] */
export function FactorSection({ view, planning }: ReviewProps) {
  const { t } = useTranslation('review');
  const scored = view.factors
    .map(factor => ({
      factor,
      score: factor.impact !== null && factor.feasibility !== null ? factor.impact * factor.feasibility : null,
    }))
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const total = sharesTotal(view.factors.map(({ share }) => share ?? undefined));
  const isScored = scored.length > 0 && scored.every(({ score }) => score !== null);
  return (
    <Section
      title={t('factors')}
      note={t('factorsNote')}
      tools={
        isScored && (
          <Button small onClick={() => void shareOut(scored, planning)}>
            {t('proposeShares')}
          </Button>
        )
      }
    >
      {scored.length === 0 ? (
        <Empty icon="target" title={t('factorsEmpty')}>
          {t('factorsEmptyText')}
        </Empty>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={style.scroll} tabIndex={0} aria-label={t('tableOf', { name: t('factors') })}>
            <table className={style.table}>
              <thead>
                <tr>
                  <th scope="col">{t('rank')}</th>
                  <th scope="col">{t('factor')}</th>
                  <th scope="col">{t('impact')}</th>
                  <th scope="col">{t('feasibility')}</th>
                  <th scope="col" className={style.end}>
                    {t('score')}
                  </th>
                  <th scope="col">{t('share')}</th>
                </tr>
              </thead>
              <tbody>
                {scored.map(({ factor, score }) => (
                  <FactorRow
                    key={factor.id}
                    factor={factor}
                    score={score}
                    rank={score === null ? null : 1 + scored.filter(other => (other.score ?? 0) > score).length}
                    planning={planning}
                  />
                ))}
              </tbody>
            </table>
          </section>
          <TotalLine total={total} />
        </>
      )}
    </Section>
  );
}

function shareOut(scored: readonly { readonly factor: Factor; readonly score: number | null }[], { desk }: Planning) {
  const shares = sharesByScore(scored.map(({ score }) => score ?? 0));
  return desk.edit({
    kind: 'several',
    edits: scored.map(({ factor }, i) => ({
      kind: 'factor-mark',
      factor: factor.id,
      field: 'share',
      value: `${shares[i] ?? 0}%`,
    })),
  });
}

function FactorRow({
  factor,
  score,
  rank,
  planning,
}: {
  readonly factor: Factor;
  readonly score: number | null;
  readonly rank: number | null;
  readonly planning: Planning;
}) {
  const { t } = useTranslation('review');
  const say = useSay();
  const { percent } = useFigures();
  const name = say(factor.name);
  const mark = (field: 'impact' | 'feasibility') => (
    <Select
      small
      className={style.mark}
      aria-label={t('markOf', { name, mark: t(field) })}
      value={String(factor[field] ?? '')}
      options={[{ value: '', label: t('unset') }, ...['1', '2', '3', '4', '5'].map(value => ({ value, label: value }))]}
      onChange={event => void planning.desk.edit({ kind: 'factor-mark', factor: factor.id, field, value: event.target.value })}
    />
  );
  return (
    <tr>
      <td className="num">{rank ?? '−'}</td>
      <th scope="row">{name}</th>
      <td>{mark('impact')}</td>
      <td>{mark('feasibility')}</td>
      <td className={style.end}>
        <b className="num">{score ?? '−'}</b>
      </td>
      <td>
        <StoredField
          label={t('markOf', { name, mark: t('share') })}
          hideLabel
          className={style.share}
          value={factor.share === null ? '' : percent(Number(factor.share))}
          placeholder={t('unset')}
          onStore={value => {
            const written = /^[0-9]+$/.test(value) ? `${value}%` : value;
            if (value !== '' && parseShare(written) === undefined) {
              showToast({ kind: 'bad', text: { ja: t('shareUnreadable'), en: t('shareUnreadable') } });
              return;
            }
            void planning.desk.edit({ kind: 'factor-mark', factor: factor.id, field: 'share', value: written });
          }}
        />
      </td>
    </tr>
  );
}

/** What the shares come to so far, in words. [DES-12] */
export function TotalLine({ total }: { readonly total: SharesTotal | undefined }) {
  const { t } = useTranslation('review');
  if (!total) return <p className={style.quiet}>{t('sharesNone')}</p>;
  if (total.is === 'whole') return <Pill tone="good">{t('sharesWhole')}</Pill>;
  if (total.is === 'open')
    return <Pill tone="none">{t('sharesOpen', { total: total.percent, rest: 100 - Number(total.percent) })}</Pill>;
  return (
    <p className="bad" role="status">
      <span aria-hidden="true">■ </span>
      {t('sharesWrong', { total: total.percent })}
    </p>
  );
}
