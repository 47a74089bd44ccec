import { useTranslation } from 'react-i18next';
import type { NodeView } from '#contract/plan-view.ts';
import type { TargetEvidenceAnswer } from '#contract/target-evidence.ts';
import { formatDayRange } from '#core/calendar/format-day.ts';
import { formatPeriod } from '#core/calendar/format-period.ts';
import { measureOf } from '../progress/node-words.ts';
import { useFigures } from '../ui/figures.ts';
import { useSay } from '../ui/language.ts';
import style from './evidence.module.css';
import { tidy } from './explained.ts';

interface Rung {
  readonly key: string;
  readonly label: string;
  readonly note?: string;
  readonly value: number | null;
  /** The other end of a band. */
  readonly upTo?: number;
  /** Shown instead of a value that there is none of. */
  readonly instead?: string;
}

/** Everything the target can be held against, each at its place beside the target. */
export function EvidenceLadder({ answer, node }: { readonly answer: TargetEvidenceAnswer; readonly node: NodeView }) {
  const { t } = useTranslation('evidence');
  const figures = useFigures();
  const rungs = useRungs(answer);
  const of = measureOf(node);
  const { target } = answer;
  const values = [...rungs.flatMap(({ value, upTo }) => [value, upTo]), target].filter(value => typeof value === 'number');
  if (rungs.length === 0) return <p className="mut">{t('noneKnown')}</p>;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = (value: number) => `${high === low ? 50 : 4 + ((value - low) / (high - low)) * 92}%`;
  return (
    <div className={style.ladder}>
      <span className="visually-hidden">{t('picture')}</span>
      {rungs.map(({ key, label, note, value, upTo, instead }) => (
        <div key={key} className={style.rung}>
          <span className={style.label}>
            {label}
            {note && <small>{note}</small>}
          </span>
          <span className={style.track} aria-hidden="true">
            {target !== null && <i className={style.aim} style={{ insetInlineStart: at(target) }} />}
            {value !== null && upTo !== undefined && (
              <i className={style.band} style={{ insetInlineStart: at(value), insetInlineEnd: `calc(100% - ${at(upTo)})` }} />
            )}
            {value !== null && upTo === undefined && <i className={style.dot} style={{ insetInlineStart: at(value) }} />}
          </span>
          <span className={`${style.value} num`}>
            {value === null ? (
              <small>{instead}</small>
            ) : upTo === undefined ? (
              figures.value(tidy(value), of)
            ) : (
              figures.range(tidy(value), tidy(upTo), of)
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function useRungs(answer: TargetEvidenceAnswer): readonly Rung[] {
  const { t } = useTranslation('evidence');
  const say = useSay();
  const { lang, calendar } = useFigures();
  const { present, baseline, bridge, natural, withInitiatives, best, benchmark, required, measure } = answer;
  const bestIn =
    best &&
    (measure === 'whole'
      ? formatDayRange(best, lang)
      : formatPeriod({ grain: 'month', from: best.from, to: best.to }, lang, calendar));
  const [low, high] = [benchmark?.low ?? null, benchmark?.high ?? null];
  const rungs: readonly (Rung | false | null)[] = [
    present && { key: 'present', label: t('present'), note: t(present.from), value: present.value },
    baseline && {
      key: 'baseline',
      label: t('baseline'),
      note: t('baselineWays', { window: baseline.window, method: t(baseline.method) }),
      value: baseline.value,
    },
    natural !== null && { key: 'natural', label: t('natural'), value: natural },
    withInitiatives !== null &&
      withInitiatives !== natural && { key: 'with', label: t('withInitiatives'), value: withInitiatives },
    bridge !== null && bridge.effects.length > 0 && { key: 'bridge', label: t('bridged'), value: bridge.total },
    best && bestIn !== null && { key: 'best', label: t('best'), note: bestIn, value: best.value },
    benchmark &&
      (low ?? high) !== null && {
        key: 'benchmark',
        label: t('benchmark'),
        note: benchmark.source,
        value: low ?? high,
        ...(low !== null && high !== null && low !== high ? { upTo: high } : {}),
      },
    ...required.map(({ goal, name, value, possible }) => ({
      key: goal,
      label: t('needed', { name: say(name) }),
      note: t('neededNote'),
      value: possible === 'yes' ? value : null,
      instead: t(possible === 'never' ? 'never' : 'beyond'),
    })),
  ];
  return rungs.filter(rung => rung !== null && rung !== false);
}
