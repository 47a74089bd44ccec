import { useTranslation } from 'react-i18next';
import { formatEffect, formatEffectRange } from '#core/act/effect-change.ts';
import type { EffectReading } from '#core/act/effect-reading.ts';
import { useLang } from '../ui/language.ts';
import style from './effect.module.css';

/** The change on the scale of how the KPI moves anyway: inside the band it is nothing unusual. */
export function EffectPicture({
  change,
  usual,
  reading,
}: {
  readonly change: number;
  readonly usual: { readonly low: number; readonly high: number };
  readonly reading: EffectReading;
}) {
  const { t } = useTranslation('act');
  const lang = useLang();
  const reach = Math.max(Math.abs(usual.low), Math.abs(usual.high), Math.abs(change)) * 1.15 || 1;
  const at = (value: number) => `${((value + reach) / (2 * reach)) * 100}%`;
  const words = formatEffect(change, reading, lang);
  const range = formatEffectRange(usual.low, usual.high, reading, lang);
  return (
    <div className={style.picture} role="img" aria-label={t('pictureLabel', { change: words, usual: range })}>
      <div className={style.band} style={{ left: at(usual.low), right: `calc(100% - ${at(usual.high)})` }}>
        <span>{t('usual')}</span>
      </div>
      <div className={style.zero} style={{ left: at(0) }} />
      <div className={style.dot} style={{ left: at(change) }} />
      <div className={style.dotLabel} style={{ left: at(change) }}>
        {words}
      </div>
    </div>
  );
}
