import { numberOf, type Observation } from '#core/measure/observation.ts';
import { sparkline } from '#core/share/sparkline.ts';
import type { Tone } from './pill.tsx';

const COLOURS: Readonly<Record<Tone, string>> = {
  good: 'var(--good)',
  warn: 'var(--warn)',
  bad: 'var(--bad)',
  none: 'var(--ink-3)',
  accent: 'var(--ai)',
};

/** The course of a value at a glance, broken where it is counted differently; decoration beside the number it belongs to. */
export function Sparkline({
  trend,
  tone,
  width = 84,
  height = 26,
}: {
  readonly trend: readonly { readonly actual: Observation; readonly definedSince?: string }[];
  readonly tone: Tone;
  readonly width?: number;
  readonly height?: number;
}) {
  const { paths, last } = sparkline(
    trend.map(({ actual }) => numberOf(actual) ?? null),
    width,
    height,
    trend.map(({ definedSince }) => definedSince),
  );
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
