import type { PlanView } from '#contract/plan-view.ts';
import type { WireProblem } from '#contract/problem.ts';
import { ranked } from '#core/lint/rank.ts';
import type { Text } from '#core/text/text.ts';

/** The findings that say something the verdicts do not, those that matter first. [PLN-61, LNT-40] */
export function findingsOf(problems: readonly WireProblem[]): readonly WireProblem[] {
  return ranked(problems.filter(({ code }) => code !== 'goal-short'));
}

/** The goal or KPI a finding is about; undefined for the plan as a whole, its factors and its sheet. */
export function findingNode({ at, params }: WireProblem, view: PlanView | null): string | undefined {
  const [place, id] = at;
  const only = typeof params.nodes === 'object' && params.nodes?.length === 1 ? params.nodes[0] : undefined;
  const named = place === 'goals' || place === 'kpis' ? id : (params.node ?? only);
  return typeof named === 'string' && view?.nodes.some(node => node.id === named) ? named : undefined;
}

/** A finding's sentence with people's names where the text has ids. */
export function findingSentence({ message }: WireProblem, view: PlanView | null): Text {
  const named = [...(view?.nodes ?? []), ...(view?.factors ?? [])].filter(
    ({ id }) => message.ja.includes(`「${id}」`) || message.en.includes(`"${id}"`),
  );
  return named.reduce<Text>(
    ({ ja, en }, { id, name }) => ({
      ja: ja.replaceAll(`「${id}」`, `「${name.ja}」`),
      en: en.replaceAll(`"${id}"`, `“${name.en}”`),
    }),
    message,
  );
}
