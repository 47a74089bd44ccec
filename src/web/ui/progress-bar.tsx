import { classNames } from './class-names.ts';
import style from './progress-bar.module.css';

/** How far long work is; without a share it only shows that something is going on. */
export function ProgressBar({ share, label }: { readonly share: number | null; readonly label: string }) {
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === undefined ? {} : { 'aria-valuenow': percent })}
      className={classNames(style.bar, percent === undefined && style.open)}
    >
      <span style={percent === undefined ? undefined : { width: `${percent}%` }} />
    </div>
  );
}
