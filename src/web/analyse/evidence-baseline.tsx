import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { measureOf } from '../progress/node-words.ts';
import { usePeriodName } from '../progress/period-name.ts';
import { Checkbox, Field, Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import style from './evidence.module.css';
import type { EvidenceWays } from './evidence-ways.ts';
import { tidy } from './explained.ts';

export interface EvidencePartProps {
  readonly answer: TargetEvidenceAnswer;
  readonly node: NodeView;
  readonly ways: EvidenceWays;
  readonly onChange: (ways: EvidenceWays) => void;
}

const TONES: Readonly<Record<NonNullable<TargetEvidenceAnswer['baseline']>['confidence'], Tone>> = {
  insufficient: 'bad',
  minimum: 'warn',
  ideal: 'good',
};

const WINDOWS = [3, 6, 12, 24] as const;
const METHODS = ['mean', 'median'] as const;
const LEFT_OUT = ['both', 'campaigns', 'outliers', 'none'] as const;

/** How sure the baseline is, which months it leaves out, and how it is made. */
export function EvidenceBaseline({ answer, node, ways, onChange }: EvidencePartProps) {
  const { t } = useTranslation('evidence');
  const say = useSay();
  const figures = useFigures();
  const nameOf = usePeriodName();
  const { baseline } = answer;
  // Where no month is left to count, those that were taken out can be put back.
  const months = baseline
    ? baseline.months.flatMap(({ to, value, why }) => (value === null ? [] : [{ key: to.slice(0, 7), value, why }]))
    : ways.without.map(key => ({ key, value: null, why: null }));
  const known = answer.periods.some(({ value }) => value !== null);
  if (!known || node.direction === 'range') return null;
  return (
    <div>
      <h3 className={style.title}>
        {t('baseline')} {baseline && <Pill tone={TONES[baseline.confidence]}>{t(baseline.confidence)}</Pill>}
      </h3>
      {baseline ? (
        <p className={style.said}>
          {baseline.because.map(({ message }) => say(message)).join('')} <LeftOut answer={answer} node={node} />
        </p>
      ) : (
        <p className={style.said}>{t('noBaseline')}</p>
      )}
      <details className={style.ways}>
        <summary>{t('howBaseline')}</summary>
        <div className={style.fields}>
          <Field label={t('window')}>
            {control => (
              <Select
                {...control}
                small
                value={String(ways.window)}
                options={WINDOWS.map(count => ({ value: String(count), label: t('lastMonths', { count }) }))}
                onChange={event => onChange({ ...ways, window: Number(event.target.value) })}
              />
            )}
          </Field>
          <Field label={t('method')}>
            {control => (
              <Select
                {...control}
                small
                value={ways.method}
                options={METHODS.map(value => ({ value, label: t(value) }))}
                onChange={event => onChange({ ...ways, method: event.target.value === 'median' ? 'median' : 'mean' })}
              />
            )}
          </Field>
          <Field label={t('leaveOut')}>
            {control => (
              <Select
                {...control}
                small
                value={ways['leave-out']}
                options={LEFT_OUT.map(value => ({ value, label: t(value) }))}
                onChange={event =>
                  onChange({ ...ways, 'leave-out': LEFT_OUT.find(value => value === event.target.value) ?? 'both' })
                }
              />
            )}
          </Field>
        </div>
        <fieldset className={style.without}>
          <legend>{t('without')}</legend>
          {months.map(({ key, value, why }) => {
            const isOut = ways.without.includes(key);
            return (
              <Checkbox
                key={key}
                checked={isOut || why === 'excluded'}
                disabled={why === 'excluded'}
                onChange={() =>
                  onChange({ ...ways, without: isOut ? ways.without.filter(one => one !== key) : [...ways.without, key] })
                }
              >
                {nameOf(key)} <span className="num mut">{value === null ? '' : figures.value(tidy(value), measureOf(node))}</span>
              </Checkbox>
            );
          })}
        </fieldset>
      </details>
    </div>
  );
}

function LeftOut({ answer: { baseline }, node }: Pick<EvidencePartProps, 'answer' | 'node'>) {
  const { t } = useTranslation('evidence');
  const { lang, calendar, value: written } = useFigures();
  const months = (baseline?.months ?? []).flatMap(({ from, to, value, why }) => {
    if (value === null || why === null || why === 'no-value') return [];
    const month = formatPeriod({ grain: 'month', from, to }, lang, calendar);
    return [t(`${why}Month`, { month, value: written(tidy(value), measureOf(node)) })];
  });
  return months.length === 0 ? null : t('leftOut', { months: months.join(lang === 'ja' ? '、' : ', ') });
}
