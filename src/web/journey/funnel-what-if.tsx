import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JourneyContentsAnswer } from '#contract/journey.ts';
import { type FunnelStep, funnelWith } from '#core/journey/value/funnel-figures.ts';
import style from '../analyse/analyse.module.css';
import { Section } from '../ui/card.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { useMeasures } from './use-measures.ts';

/** What another rate at one step would bring to the end, in people and in money. */
export function FunnelWhatIf({
  rows,
  reached,
  worst,
  worth,
  contents,
}: {
  readonly rows: readonly (FunnelStep & { readonly name: string })[];
  readonly reached: readonly number[];
  readonly worst: number | undefined;
  readonly worth: number | undefined;
  readonly contents: JourneyContentsAnswer;
}) {
  const { t } = useTranslation('journey');
  const measures = useMeasures(contents);
  const [chosen, setChosen] = useState<number>();
  const [typed, setTyped] = useState<string>();
  const step = chosen ?? worst ?? 1;
  const row = rows[step];
  const now = row?.ofBefore ?? null;
  const wanted = typed === undefined ? Math.min(1, (now ?? 0) * 1.1) : Number(typed) / 100;
  const last = rows.at(-1)?.people ?? 0;
  const more = Number.isFinite(wanted) && wanted >= 0 && wanted <= 1 ? funnelWith(reached, step, wanted) : undefined;
  const gain = more === undefined ? undefined : more - last;
  const signed = (text: string, by: number) => (by > 0 ? `+${text}` : text);
  return (
    <Section title={t('whatIf')} note={t('whatIfBasis')}>
      <div className={style.choices}>
        <Field label={t('whatIfStep')}>
          {control => (
            <Select
              {...control}
              value={String(step)}
              options={rows.slice(1).map(({ name }, index) => ({ value: String(index + 1), label: name }))}
              onChange={event => {
                setChosen(Number(event.target.value));
                setTyped(undefined);
              }}
            />
          )}
        </Field>
        <Field label={t('whatIfShare')}>
          {control => (
            <TextInput
              {...control}
              inputMode="decimal"
              value={typed ?? (wanted * 100).toFixed(1)}
              onChange={event => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      {row && more !== undefined && gain !== undefined && (
        <p className={style.note}>
          {t('whatIfSentence', {
            to: row.name,
            now: measures.share(now),
            better: measures.share(wanted),
            last: measures.people(last),
            more: measures.people(more),
            gain: signed(measures.people(Math.round(more) - last), gain),
          })}{' '}
          {worth !== undefined &&
            t('whatIfMoney', { money: signed(measures.money(gain * worth * 10 ** contents.valueDigits), gain) })}
        </p>
      )}
    </Section>
  );
}
