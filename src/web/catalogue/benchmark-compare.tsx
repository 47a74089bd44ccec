import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricEntry } from '#contract/catalogue.ts';
import { benchmarkPosition } from '#core/metric/benchmark-position.ts';
import { fromTo } from '#core/text/format-range.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { useLang, useSay } from '../ui/language.ts';
import style from './catalogue.module.css';

/** A value of one's own beside what is usual, for each kind of site or trade. */
export function BenchmarkCompare({ metric }: { readonly metric: MetricEntry }) {
  const { t } = useTranslation('catalogue');
  const say = useSay();
  const lang = useLang();
  const [typed, setTyped] = useState('');
  const { benchmark, unit, direction } = metric;
  if (!benchmark || (benchmark.low === null && benchmark.high === null)) return null;
  const scale = unit.kind === 'ratio' ? 100 : 1;
  const sign = unit.kind === 'ratio' ? '%' : '';
  const number = Number(typed.normalize('NFKC').replace(/[,%\s]/g, ''));
  const value = typed.trim() === '' || !Number.isFinite(number) ? undefined : number / scale;
  const shown = (end: number | null) => (end === null ? '' : `${Number((end * scale).toPrecision(6)).toLocaleString()}${sign}`);
  const ranges =
    benchmark.ranges.length > 0 ? benchmark.ranges : [{ for: { ja: '', en: '' }, low: benchmark.low, high: benchmark.high }];
  return (
    <div className={style.compare}>
      <Field label={t(sign === '' ? 'compareValue' : 'comparePercent')}>
        {control => (
          <TextInput {...control} small inputMode="decimal" value={typed} onChange={event => setTyped(event.target.value)} />
        )}
      </Field>
      <dl className={style.ranges} aria-live="polite">
        {ranges.map(one => {
          const { low, high } = one;
          const ends = { ...(low === null ? {} : { low }), ...(high === null ? {} : { high }) };
          const found = value === undefined ? undefined : benchmarkPosition(value, ends, direction);
          return [
            <dt key={`${one.for.en} t`}>
              {say(one.for)} <span className="mut">{fromTo(shown(low), shown(high), lang)}</span>
            </dt>,
            <dd key={`${one.for.en} d`}>
              {found && t(found.where)}
              {found?.isGood !== undefined && t(found.isGood ? 'goodSide' : 'badSide')}
            </dd>,
          ];
        })}
      </dl>
    </div>
  );
}
