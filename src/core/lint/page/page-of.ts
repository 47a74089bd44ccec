import type { RulePage } from './rule-page.ts';

type Both = readonly [ja: string, en: string];

/** A page from its four texts, each in both languages, and its two examples. */
export function pageOf(title: Both, means: Both, why: Both, fix: Both, fails?: string, passes?: string): RulePage {
  const both = ([ja, en]: Both) => ({ ja, en });
  return {
    title: both(title),
    means: both(means),
    why: both(why),
    fix: both(fix),
    ...(fails === undefined ? {} : { fails }),
    ...(passes === undefined ? {} : { passes }),
  };
}

/** A plan that reaches its goal, in which the examples of what the check finds change one line. */
export const SOUND = `
goals:
  revenue: { target: 1億円 by 2027-03-31, equals: orders * aov, owner: sales }
kpis:
  orders: { target: 1,000 per month, owner: ec }
  aov: { target: 9,000円, owner: ec }
`;

/** The sound plan with one text in place of another. */
export function changed(from: string, to: string): string {
  if (!SOUND.includes(from)) throw new Error(`the sound plan does not hold ${from}`);
  return SOUND.replace(from, to);
}
