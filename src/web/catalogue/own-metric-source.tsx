import { useTranslation } from 'react-i18next';
import { Section } from '../ui/card.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { useLang } from '../ui/language.ts';
import style from './own-metric.module.css';
import type { OwnMetricPart } from './own-metric-form.tsx';

/** Where its values are recorded, and what is usual with whose word for it. */
export function OwnMetricSource({ draft, set, of }: OwnMetricPart) {
  const { t } = useTranslation('own');
  const lang = useLang();
  const { benchmark } = draft;
  const isPercent = draft.how === 'divided' || draft.measure === 'ratio';
  const change = (key: keyof typeof benchmark, value: string) => set({ benchmark: { ...benchmark, [key]: value } });
  return (
    <Section title={t('sourcePart')}>
      <div className={style.fields}>
        <Field label={t('recordedIn')} hint={t('recordedHint')} className={style.whole}>
          {control => (
            <TextInput
              {...control}
              value={draft.recordedIn[lang]}
              onChange={event => set({ recordedIn: { ...draft.recordedIn, [lang]: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('benchmark')} hint={t('benchmarkHint')}>
          {control => <TextInput {...control} value={benchmark[lang]} onChange={event => change(lang, event.target.value)} />}
        </Field>
        <div className={style.pair}>
          <Field label={t('low')} hint={isPercent ? t('percent') : undefined}>
            {control => (
              <TextInput
                {...control}
                inputMode="decimal"
                value={benchmark.low}
                onChange={event => change('low', event.target.value)}
              />
            )}
          </Field>
          <Field label={t('high')} hint={isPercent ? t('percent') : undefined}>
            {control => (
              <TextInput
                {...control}
                inputMode="decimal"
                value={benchmark.high}
                onChange={event => change('high', event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={t('source')} hint={t('sourceHint')} problem={of('benchmark')} className={style.whole}>
          {control => (
            <TextInput {...control} value={benchmark.source} onChange={event => change('source', event.target.value)} />
          )}
        </Field>
      </div>
    </Section>
  );
}
