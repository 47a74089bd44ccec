import type { WireProblem } from '#contract/problem.ts';
import type { Text } from '#core/text/text.ts';

/** Which problem belongs to which field: the first whose place begins with, or holds, the field's name. */
export function fieldProblems(
  problems: readonly WireProblem[],
  say: (text: Text) => string,
): (field: string) => string | undefined {
  return field => {
    const found = problems.find(({ at }) => at.includes(field));
    return found && say(found.message);
  };
}
