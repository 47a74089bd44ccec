import type { CategoryChart } from '#core/share/category-chart.ts';
import style from './categories.module.css';

export interface CategoryPictureProps {
  readonly chart: CategoryChart;
  readonly form: 'bar' | 'stacked-bar' | 'line';
  readonly shown: (value: number) => string;
  readonly percent: (share: number) => string;
  /** What the line to compare with is called, with its value. */
  readonly line: string | undefined;
  readonly label: string;
}

/** Values of categories: bars, one bar of parts, or (where somebody insists) a line. */
export function CategoryPicture({ chart, form, shown, percent, line, label }: CategoryPictureProps) {
  const { bars } = chart;
  switch (form) {
    case 'bar':
      return (
        <div className={style.frame}>
          <ul className={style.bars} aria-label={label}>
            {bars.map(({ name, value, length }) => (
              <li key={name}>
                <span className={style.name} title={name}>
                  {name}
                </span>
                <span className={style.track}>
                  <span className={style.bar} style={{ width: `${length * 100}%` }} />
                  {chart.line !== undefined && (
                    <span className={style.mark} style={{ insetInlineStart: `${chart.line * 100}%` }} />
                  )}
                </span>
                <span className={style.value}>{shown(value)}</span>
              </li>
            ))}
          </ul>
          {line && (
            <p className={style.key}>
              <span className={style.keyMark} aria-hidden="true" />
              {line}
            </p>
          )}
        </div>
      );
    case 'stacked-bar':
      return (
        <div className={style.frame}>
          <div className={style.stack} role="img" aria-label={label}>
            {bars.map(({ name, share, length }, place) => (
              <span key={name} className={style.part} data-place={place % 6} style={{ flexGrow: share ?? length }} title={name} />
            ))}
          </div>
          <ul className={style.legend}>
            {bars.map(({ name, value, share }, place) => (
              <li key={name}>
                <span className={style.part} data-place={place % 6} aria-hidden="true" />
                <span className={style.name}>{name}</span>
                <b className="num">{share === undefined ? shown(value) : percent(share)}</b>
              </li>
            ))}
          </ul>
        </div>
      );
    case 'line': {
      const step = bars.length > 1 ? 100 / (bars.length - 1) : 0;
      const points = bars.map(({ length }, place) => `${place * step},${(1 - length) * 40 + 2}`).join(' ');
      return (
        <div className={style.frame}>
          <svg viewBox="0 0 100 44" className={style.line} role="img" aria-label={label} preserveAspectRatio="none">
            <polyline points={points} />
          </svg>
          <ul className={style.legend}>
            {bars.map(({ name, value }) => (
              <li key={name}>
                <span className={style.name}>{name}</span>
                <b className="num">{shown(value)}</b>
              </li>
            ))}
          </ul>
        </div>
      );
    }
  }
}
