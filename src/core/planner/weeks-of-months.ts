import { type Condition, quadraticProgramme } from './quadratic-programme.ts';
import type { WeekAxis } from './week-axis.ts';

/**
 * What months ask for as amounts of the plan's weeks. [PLA-12]
 *
 * In: amounts by month of the plan, none below zero. Out: one amount per week of the plan, none below zero. Within a week every day
 * that counts has the same share; the days of a month add up to what the month asks for, weeks that cross its end included. Among all
 * that do, the weeks whose amounts per day change least from one to the next are taken; where there is none, every month is even.
 */
export function weeksOfMonths(axis: WeekAxis, amounts: readonly number[]): readonly number[] {
  const weeks = axis.weeks.slice(0, axis.steps);
  const all = amounts.reduce((sum, amount) => sum + amount, 0);
  const days = weeks.reduce((sum, { weight }) => sum + weight, 0);
  const even = (): readonly number[] =>
    weeks.map(({ pieces }) =>
      pieces.reduce((sum, { month, weight }) => {
        const whole = axis.monthWeight(month);
        return whole > 0 ? sum + ((amounts[month] ?? 0) * weight) / whole : sum;
      }, 0),
    );
  if (!(all > 0) || days === 0) return weeks.map(() => 0);
  const scale = all / days;
  const matrix = weeks.map(() => new Float64Array(weeks.length));
  for (let week = 0; week < weeks.length; week++) {
    add(matrix, week, week, 1e-6);
    if (week === 0) continue;
    add(matrix, week, week, 1);
    add(matrix, week - 1, week - 1, 1);
    add(matrix, week, week - 1, -1);
    add(matrix, week - 1, week, -1);
  }
  const sums = amounts.flatMap((amount, month): readonly Condition[] => {
    const terms = weeks.flatMap(({ pieces }, week) => {
      const piece = pieces.find(one => one.month === month);
      return piece && piece.weight > 0 ? [[week, piece.weight / axis.monthWeight(month)] as const] : [];
    });
    const bound = amount / scale / axis.monthWeight(month);
    if (terms.length === 0) return [];
    return [
      { terms, bound },
      { terms: terms.map(([week, share]) => [week, -share]), bound: -bound },
    ];
  });
  const noneBelow = weeks.map((_, week): Condition => ({ terms: [[week, 1]], bound: 0 }));
  const rates = quadraticProgramme(matrix, new Float64Array(weeks.length), [...sums, ...noneBelow]);
  return rates ? weeks.map(({ weight }, week) => Math.max(0, (rates[week] ?? 0) * scale * weight)) : even();
}

function add(matrix: readonly Float64Array[], i: number, j: number, value: number): void {
  const row = matrix[i];
  if (row) row[j] = (row[j] ?? 0) + value;
}
