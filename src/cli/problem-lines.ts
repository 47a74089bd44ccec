import type { Problem } from '#core/problem/problem.ts';
import type { Io } from './io.ts';

const SIGNS = { error: '✖', warning: '!', info: 'i' } as const;
const NAMES = {
  error: { ja: 'エラー', en: 'error' },
  warning: { ja: '注意', en: 'warning' },
  info: { ja: '情報', en: 'info' },
} as const;

/** A problem on one line: where, how grave, what it says, and its code. */
export function problemLine(problem: Pick<Problem, 'code' | 'severity' | 'line'>, message: string, file: string, io: Io): string {
  const { colors, lang } = io;
  const { severity, line, code } = problem;
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.cyan;
  const place = `${file}${line === undefined ? '' : `:${line}`}`;
  return `${colors.dim(place)} ${paint(`${SIGNS[severity]} ${NAMES[severity][lang]}`)} ${message} ${colors.dim(`[${code}]`)}`;
}
