import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEffect, formatEffectRange } from '#core/act/effect-change.ts';
import type { EffectReading } from '#core/act/effect-reading.ts';
import { effectSentences } from '#core/act/effect-sentences.ts';
import { EFFECT_VERDICTS } from '#core/act/effect-verdict.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { ErrorState } from '../app/error-state.tsx';
import { useAnswer } from '../app/use-answer.ts';
import { Section } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { useFigures } from '../ui/figures.ts';
import { useLang, useSay } from '../ui/language.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty, Loading } from '../ui/states.tsx';
import style from './effect.module.css';
import { EffectPicture } from './effect-picture.tsx';
import type { Initiative } from './initiative-words.ts';

const TONES: Readonly<Record<EffectReading['verdict'], Tone>> = {
  improved: 'good',
  worsened: 'bad',
  'no-change': 'none',
  'cannot-tell': 'none',
};

const WEEKS = ['2', '4', '8', '12'] as const;

/** 改善 / 悪化 / 変化なし / 判定保留, with its shape. */
export function VerdictPill({ verdict }: { readonly verdict: EffectReading['verdict'] }) {
  const say = useSay();
  return <Pill tone={TONES[verdict]}>{say(EFFECT_VERDICTS[verdict])}</Pill>;
}

/** What the numbers before and after say, and what they cannot say. */
export function EffectCard({ initiative }: { readonly initiative: Initiative }) {
  const { t } = useTranslation('act');
  const [weeks, setWeeks] = useState('');
  const isRunning = initiative.startedOn !== null && initiative.closing === null;
  const asked = useAnswer(
    'initiativeEffect',
    { initiative: initiative.id, ...(weeks === '' ? {} : { weeks: Number(weeks) }) },
    { when: isRunning, keep: true },
  );
  const stored = initiative.closing?.reading;
  const reading = initiative.closing ? stored : asked.data?.reading;
  return (
    <Section
      title={t('reading')}
      note={t('readingNote')}
      tools={
        isRunning && (
          <Select
            small
            aria-label={t('weeks')}
            value={weeks}
            options={[
              { value: '', label: t('weeksAuto') },
              ...WEEKS.map(value => ({ value, label: t('weeksIs', { count: Number(value) }) })),
            ]}
            onChange={event => setWeeks(event.target.value)}
          />
        )
      }
    >
      {initiative.startedOn === null && initiative.closing === null ? (
        <Empty small icon="clock" title={t('noReading')}>
          {t('notStarted')}
        </Empty>
      ) : asked.error && !asked.data ? (
        <ErrorState small error={asked.error} onRetry={() => void asked.refetch()} />
      ) : isRunning && !asked.data ? (
        <Loading lines={3} />
      ) : reading ? (
        <ReadingBody reading={reading} />
      ) : (
        <Empty small icon="info" title={t('noReading')} />
      )}
    </Section>
  );
}

export function ReadingBody({ reading }: { readonly reading: EffectReading }) {
  const { t } = useTranslation('act');
  const lang = useLang();
  const figures = useFigures();
  const { windows, change, usual, unit } = reading;
  const of = { unit: unit ?? { kind: 'count' as const }, counter: null };
  return (
    <div className={style.reading}>
      <div className={style.verdict}>
        <VerdictPill verdict={reading.verdict} />
        {change !== null && <strong className="num">{formatEffect(change, reading, lang)}</strong>}
      </div>
      {windows && (
        <dl className={style.windows}>
          <div>
            <dt>{t('before')}</dt>
            <dd>{figures.value(windows.before.value, of)}</dd>
            <dd className="dim">{formatDayRange(windows.before.days, lang)}</dd>
          </div>
          <div>
            <dt>{t('after')}</dt>
            <dd>{figures.value(windows.after.value, of)}</dd>
            <dd className="dim">{formatDayRange(windows.after.days, lang)}</dd>
          </div>
          {usual && (
            <div>
              <dt>{t('usual')}</dt>
              <dd>{formatEffectRange(usual.low, usual.high, reading, lang)}</dd>
              <dd className="dim">{t('usualNote')}</dd>
            </div>
          )}
        </dl>
      )}
      {change !== null && usual && <EffectPicture change={change} usual={usual} reading={reading} />}
      <div className={style.sentences}>
        {effectSentences(reading).map(sentence => (
          <p key={sentence.en}>{sentence[lang]}</p>
        ))}
      </div>
    </div>
  );
}
