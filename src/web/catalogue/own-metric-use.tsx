import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Checkbox, Field, Select, TextInput } from '../ui/field.tsx';
import { DOMAINS } from './domain-labels.ts';
import { MetricChoice } from './metric-choice.tsx';
import style from './own-metric.module.css';
import type { OwnMetricPart } from './own-metric-form.tsx';

const KINDS = ['quantity', 'quality'] as const;
const STAGES = ['awareness', 'interest', 'consideration', 'conversion', 'retention', 'advocacy', 'outcome'] as const;
const HORIZONS = ['short', 'mid', 'long'] as const;
const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

/** What plans, filters and checks take from it. */
export function OwnMetricUse({ draft, set, of, known, id }: OwnMetricPart & { readonly id: string | undefined }) {
  const { t } = useTranslation('own');
  const { t: catalogue } = useTranslation('catalogue');
  const { t: domain } = useTranslation('domain');
  const others = known.metrics.filter(metric => metric.id !== id);
  return (
    <Section title={t('usePart')}>
      <div className={style.fields}>
        <OneOf label={t('kind')} value={draft.kind} of={KINDS} word={catalogue} onChange={kind => set({ kind })} />
        <MetricChoice
          label={t('pair')}
          metrics={others}
          value={draft.pair}
          hint={t('pairHint')}
          problem={of('pair')}
          onChange={pair => set({ pair })}
        />
        <OneOf label={t('stage')} value={draft.stage} of={STAGES} word={catalogue} onChange={stage => set({ stage })} />
        <MetricChoice
          label={t('guardrail')}
          metrics={others}
          value={draft.guardrail}
          problem={of('guardrail')}
          onChange={guardrail => set({ guardrail })}
        />
        <OneOf label={t('rhythm')} value={draft.rhythm} of={RHYTHMS} word={catalogue} onChange={rhythm => set({ rhythm })} />
        <OneOf label={t('horizon')} value={draft.horizon} of={HORIZONS} word={catalogue} onChange={horizon => set({ horizon })} />
        <Combobox
          label={t('domains')}
          choices={DOMAINS.map(one => ({ id: one, name: domain(one) }))}
          chosen={draft.domains}
          onChange={domains => set({ domains })}
        />
        <div className={style.checks}>
          <Checkbox checked={draft.leading} onChange={event => set({ leading: event.target.checked })}>
            {t('isLeading')}
          </Checkbox>
          <Checkbox checked={draft.goal} onChange={event => set({ goal: event.target.checked })}>
            {t('isGoal')}
          </Checkbox>
          <Checkbox checked={draft.mayExceedOne} onChange={event => set({ mayExceedOne: event.target.checked })}>
            {t('passesHundred')}
          </Checkbox>
        </div>
        {draft.leading && (
          <>
            <MetricChoice
              label={t('follows')}
              required
              metrics={others}
              value={draft.follows}
              problem={of('follows')}
              onChange={follows => set({ follows })}
            />
            <Field label={t('lagDays')} hint={t('lagHint')} problem={of('lag-days')}>
              {control => (
                <TextInput {...control} value={draft.lagDays} onChange={event => set({ lagDays: event.target.value })} />
              )}
            </Field>
          </>
        )}
      </div>
    </Section>
  );
}

/** One of a few, or nothing said. */
function OneOf<T extends string>({
  label,
  value,
  of,
  word,
  onChange,
}: {
  readonly label: string;
  readonly value: T | null;
  readonly of: readonly T[];
  readonly word: (one: T) => string;
  readonly onChange: (value: T | null) => void;
}) {
  const { t } = useTranslation('own');
  return (
    <Field label={label}>
      {control => (
        <Select
          {...control}
          value={value ?? ''}
          options={[{ value: '', label: t('undecided') }, ...of.map(one => ({ value: one, label: word(one) }))]}
          onChange={event => onChange(of.find(one => one === event.target.value) ?? null)}
        />
      )}
    </Field>
  );
}
