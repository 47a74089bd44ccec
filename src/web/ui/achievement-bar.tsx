import style from './achievement-bar.module.css';
import { classNames } from './class-names.ts';
import type { Tone } from './pill.tsx';

/** How much of a target is reached, and by a stroke how much should be by now. Bars start at zero and end at the target. */
export function AchievementBar({
  share,
  pace,
  tone,
  label,
}: {
  readonly share: number;
  readonly pace?: number | undefined;
  readonly tone: Tone;
  readonly label: string;
}) {
  return (
    <div className={style.bar} role="img" aria-label={label}>
      <div className={classNames(style.fill, style[tone])} style={{ width: percent(share) }} />
      {pace !== undefined && pace > 0 && pace < 1 && <div className={style.pace} style={{ insetInlineStart: percent(pace) }} />}
    </div>
  );
}

function percent(share: number): string {
  return `${Math.max(0, Math.min(1, share)) * 100}%`;
}
