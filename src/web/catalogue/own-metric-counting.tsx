import { useTranslation } from 'react-i18next';
import { parseFormula } from '#core/formula/parse.ts';
import { Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useSay } from '../ui/language.ts';
import { Segmented } from '../ui/segmented.tsx';
import { FormulaLinks } from './formula-links.tsx';
import { MetricChoice } from './metric-choice.tsx';
import style from './own-metric.module.css';
import { type Measure, NEW_THING } from './own-metric-draft.ts';
import type { OwnMetricPart } from './own-metric-form.tsx';

const MEASURES = ['count', 'money', 'ratio', 'days', 'business-days', 'hours', 'minutes', 'score', 'rank', 'multiple'] as const;
const AGGREGATIONS = ['sum', 'last', 'ratio', 'mean', 'distinct', 'distribution'] as const;
const TAXES = ['excluded', 'included'] as const;
const RECOGNITIONS = ['ordered', 'shipped', 'accepted', 'paid'] as const;

/** Counted, divided or calculated; in what unit, and how it adds up. */
export function OwnMetricCounting(part: OwnMetricPart) {
  const { draft, set, of } = part;
  const { t } = useTranslation('own');
  const { t: catalogue } = useTranslation('catalogue');
  return (
    <Section title={t('countingPart')}>
      <Segmented
        label={t('how')}
        value={draft.how}
        options={[
          { value: 'recorded', label: t('recorded') },
          { value: 'divided', label: t('divided') },
          { value: 'formula', label: t('formulaWay') },
        ]}
        onChange={how => set({ how, ...(how === 'divided' ? { kind: 'quality' } : {}) })}
      />
      <div className={style.fields}>
        {draft.how === 'divided' && <Divided {...part} />}
        {draft.how === 'formula' && <Calculated {...part} />}
        {draft.how !== 'divided' && (
          <Field label={t('measure')} problem={of('unit')}>
            {control => (
              <Select
                {...control}
                value={draft.measure}
                options={MEASURES.map(value => ({ value, label: t(value) }))}
                onChange={event => set({ measure: MEASURES.find(one => one === event.target.value) ?? 'count' })}
              />
            )}
          </Field>
        )}
        {draft.how !== 'divided' && <OfMeasure {...part} measure={draft.measure} />}
        <Field label={t('direction')}>
          {control => (
            <Select
              {...control}
              value={draft.direction}
              options={(['up', 'down', 'range'] as const).map(value => ({ value, label: catalogue(value) }))}
              onChange={event => {
                const direction = (['up', 'down', 'range'] as const).find(one => one === event.target.value);
                if (direction) set({ direction });
              }}
            />
          )}
        </Field>
        {draft.how !== 'divided' && (
          <Field label={t('aggregation')}>
            {control => (
              <Select
                {...control}
                value={draft.aggregation ?? ''}
                options={[{ value: '', label: t('usual') }, ...AGGREGATIONS.map(value => ({ value, label: catalogue(value) }))]}
                onChange={event => set({ aggregation: AGGREGATIONS.find(one => one === event.target.value) ?? null })}
              />
            )}
          </Field>
        )}
      </div>
    </Section>
  );
}

/** One metric over another. */
function Divided({ draft, set, of, known }: OwnMetricPart) {
  const { t } = useTranslation('own');
  return (
    <>
      <MetricChoice
        label={t('numerator')}
        required
        metrics={known.metrics}
        value={draft.numerator}
        problem={draft.numerator === '' || draft.denominator !== '' ? of('formula') : undefined}
        onChange={metric => set({ numerator: metric ?? '' })}
      />
      <MetricChoice
        label={t('denominator')}
        required
        metrics={known.metrics}
        value={draft.denominator}
        problem={draft.numerator !== '' && draft.denominator === '' ? of('formula') : undefined}
        onChange={metric => set({ denominator: metric ?? '' })}
      />
    </>
  );
}

/** A formula of one's own, read back in names. */
function Calculated({ draft, set, of, known }: OwnMetricPart) {
  const { t } = useTranslation('own');
  const reads = draft.formula.trim() !== '' && parseFormula(draft.formula).ok;
  return (
    <>
      <Field label={t('formula')} required hint={t('formulaHint')} problem={of('formula')}>
        {control => (
          <>
            <TextInput
              {...control}
              className={style.code}
              autoComplete="off"
              spellCheck={false}
              value={draft.formula}
              onChange={event => set({ formula: event.target.value })}
            />
            {reads && (
              <p className={style.reads}>
                <span>{t('reads')}</span> <FormulaLinks text={draft.formula} plain />
              </p>
            )}
          </>
        )}
      </Field>
      <MetricChoice
        label={t('intoFormula')}
        metrics={known.metrics}
        value={null}
        onChange={metric => metric !== null && set({ formula: `${draft.formula.trimEnd()} ${metric}`.trim() })}
      />
    </>
  );
}

/** What the unit needs to know: the thing counted, the highest score, what money includes. */
function OfMeasure({ draft, set, of, known, measure }: OwnMetricPart & { readonly measure: Measure }) {
  const { t } = useTranslation('own');
  const say = useSay();
  switch (measure) {
    case 'count':
      return (
        <>
          <Field label={t('thing')}>
            {control => (
              <Select
                {...control}
                value={draft.thing}
                options={[
                  { value: '', label: t('thingNone') },
                  { value: NEW_THING, label: t('thingNew') },
                  ...known.things.map(({ id, name, counter }) => ({ value: id, label: `${say(name)}（${counter}）` })),
                ]}
                onChange={event => set({ thing: event.target.value })}
              />
            )}
          </Field>
          {draft.thing === NEW_THING && (
            <>
              <Field label={t('thingName')} required problem={of('things')}>
                {control => (
                  <TextInput
                    {...control}
                    placeholder={t('thingNamePlaceholder')}
                    value={draft.thingName}
                    onChange={event => set({ thingName: event.target.value })}
                  />
                )}
              </Field>
              <Field label={t('counter')} hint={t('counterHint')}>
                {control => (
                  <TextInput {...control} value={draft.counter} onChange={event => set({ counter: event.target.value })} />
                )}
              </Field>
            </>
          )}
        </>
      );
    case 'score':
      return (
        <Field label={t('best')}>
          {control => (
            <TextInput
              {...control}
              inputMode="numeric"
              value={draft.best}
              onChange={event => set({ best: event.target.value })}
            />
          )}
        </Field>
      );
    case 'money':
      return (
        <>
          <Field label={t('tax')}>
            {control => (
              <Select
                {...control}
                value={draft.tax ?? ''}
                options={[{ value: '', label: t('undecided') }, ...TAXES.map(value => ({ value, label: t(value) }))]}
                onChange={event => set({ tax: TAXES.find(one => one === event.target.value) ?? null })}
              />
            )}
          </Field>
          <Field label={t('recognition')}>
            {control => (
              <Select
                {...control}
                value={draft.recognition ?? ''}
                options={[{ value: '', label: t('undecided') }, ...RECOGNITIONS.map(value => ({ value, label: t(value) }))]}
                onChange={event => set({ recognition: RECOGNITIONS.find(one => one === event.target.value) ?? null })}
              />
            )}
          </Field>
        </>
      );
    case 'ratio':
    case 'days':
    case 'business-days':
    case 'hours':
    case 'minutes':
    case 'rank':
    case 'multiple':
      return null;
  }
}
