import type { WaterfallChart } from '#core/share/waterfall-chart.ts';
import { classNames } from './class-names.ts';
import style from './waterfall.module.css';

/** What a bar is called and says, and whether what it did is welcome. */
export interface WaterfallWords {
  readonly label: string;
  readonly value: string;
  readonly tone: 'good' | 'bad' | 'none';
}

export interface WaterfallProps {
  readonly chart: WaterfallChart;
  /** One per bar. */
  readonly words: readonly WaterfallWords[];
  /** What a person who does not see the picture is told. */
  readonly summary: string;
  readonly height?: number;
}

/** From one number to another, step by step; lies on its side where there is little room. [SCR-16] */
export function Waterfall({ chart, words, summary, height = 250 }: WaterfallProps) {
  const { low, high } = chart.axis;
  const share = (level: number) => (Math.max(low, Math.min(high, level)) - low) / (high - low);
  const zero = share(0);
  return (
    <div className={style.box}>
      <div
        className={style.steps}
        role="img"
        aria-label={summary}
        style={{ '--count': chart.bars.length, '--height': `${height}px` }}
      >
        {chart.bars.map((bar, place) => {
          const said = words[place];
          const isEnd = bar.kind === 'before' || bar.kind === 'after';
          const [from, to] = [isEnd ? (chart.axis.isCut ? 0 : zero) : share(bar.from), share(bar.to)];
          const vars = { '--start': Math.min(from, to), '--size': Math.abs(to - from), '--end': to, '--zero': zero };
          return (
            <div key={`${bar.kind} ${bar.steps.join()}`} className={style.step} style={vars}>
              <span className={style.label}>{said?.label}</span>
              <span className={style.plot}>
                <span className={style.track}>
                  <span
                    className={classNames(
                      style.bar,
                      bar.kind === 'before' && style.before,
                      bar.kind === 'after' && style.after,
                      !isEnd && said && style[said.tone],
                      !isEnd && bar.value < 0 && style.falls,
                      isEnd && chart.axis.isCut && style.cut,
                    )}
                  />
                  {place < chart.bars.length - 1 && <span className={style.link} />}
                </span>
                <span className={style.value}>{said?.value}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
