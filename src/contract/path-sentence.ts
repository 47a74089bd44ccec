import { printFormula } from '#core/formula/print.ts';
import type { Plan } from '#core/plan/plan.ts';
import type { PathStep } from '#core/plan/tree.ts';
import type { Lang, Text } from '#core/text/text.ts';

/** One step from a KPI towards its goal, in words. [PLN-42] */
export function pathSentence({ node, to, by, factor }: PathStep, plan: Plan): Text {
  const below = nameOf(node, plan);
  const above = nameOf(to, plan);
  switch (by) {
    case 'formula':
      return { ja: `${above.ja} ＝ ${formulaText(to, plan, 'ja')}`, en: `${above.en} = ${formulaText(to, plan, 'en')}` };
    case 'factor': {
      const through = plan.factors.get(factor ?? '');
      const reason = {
        ja: through?.because ? `：${through.because.ja}` : '',
        en: through?.because ? `: ${through.because.en}` : '',
      };
      return {
        ja: `${below.ja}は、成功要因「${through?.name.ja ?? ''}」を通じて${above.ja}を支えます${reason.ja}`,
        en: `${below.en} serves ${above.en} through the success factor "${through?.name.en ?? ''}"${reason.en}`,
      };
    }
    case 'influence': {
      const because = plan.nodes.get(node)?.supports.find(support => support.to === to)?.because;
      return {
        ja: `${below.ja}は${above.ja}に影響すると見ています（仮説）${because ? `：${because.ja}` : ''}`,
        en: `${below.en} is thought to influence ${above.en} (hypothesis)${because ? `: ${because.en}` : ''}`,
      };
    }
    case 'place':
      return { ja: `${below.ja}は${above.ja}の下に置かれています`, en: `${below.en} is placed under ${above.en}` };
  }
}

function nameOf(id: string, plan: Plan): Text {
  return plan.nodes.get(id)?.name ?? { ja: id, en: id };
}

function formulaText(id: string, plan: Plan, lang: Lang): string {
  const equals = plan.nodes.get(id)?.equals;
  return equals ? printFormula(equals, part => nameOf(part, plan)[lang]) : '';
}
