import { sparkline } from '#core/share/sparkline.ts';
import type { Tone } from './pill.tsx';

const COLOURS: Readonly<Record<Tone, string>> = {
  good: 'var(--good)',
  warn: 'var(--warn)',
  bad: 'var(--bad)',
  none: 'var(--ink-3)',
  accent: 'var(--ai)',
};

/** The course of a value at a glance; decoration beside the number it belongs to. */
export function Sparkline({
  values,
  tone,
  width = 84,
  height = 26,
}: {
  readonly values: readonly (number | null)[];
  readonly tone: Tone;
  readonly width?: number;
  readonly height?: number;
}) {
  const { paths, last } = sparkline(values, width, height);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      style={{ display: 'block', flex: 'none' }}
    >
      {paths.map(path => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke={COLOURS[tone]}
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
      {last && <circle cx={last.x} cy={last.y} r={2.3} fill={COLOURS[tone]} />}
    </svg>
  );
}
