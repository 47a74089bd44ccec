import type { Catalogue } from '../metric/catalogue.ts';
import { LANGS, type Lang, sameText, type Text } from '../text/text.ts';
import type { Unit } from '../unit/unit.ts';
import { parseUnit } from '../unit/unit-text.ts';
import { localAmount } from './local-value.ts';
import type { PlanTemplate } from './template.ts';
import type { TemplateNode } from './template-schema.ts';

/** Something a template asks for: a number of its plan, with the example that stands there until it is answered. */
export interface Question {
  /** Key of the answer: `leads`, `leads.baseline`. */
  readonly key: string;
  readonly node: string;
  readonly part: 'target' | 'baseline';
  /** What is asked for: the name of the goal or KPI. */
  readonly name: Text;
  readonly unit?: Unit;
  /** The example, as it would be typed in each language; TBD / 未定 where the template leaves it open. */
  readonly example: Text;
  readonly isGoal: boolean;
  /** Worth asking before the others. */
  readonly isFirst: boolean;
}

/** Everything that can be answered, what is worth asking first in front; start and deadline are asked of every plan. [TPL-04] */
export function questionsOf(template: PlanTemplate, catalogue: Catalogue): readonly Question[] {
  const goals = new Set(template.goals.map(({ id }) => id));
  const all = [...template.goals, ...template.kpis].flatMap(node =>
    (['target', 'baseline'] as const).flatMap((part): Question[] => {
      const key = part === 'target' ? node.id : `${node.id}.baseline`;
      const written = part === 'target' ? targetOf(node) : (node.baseline ?? (template.ask.includes(key) ? 'TBD' : undefined));
      if (written === undefined) return [];
      const unit = unitOf(node, catalogue);
      return [
        {
          key,
          node: node.id,
          part,
          name: nameOf(node, catalogue),
          ...(unit ? { unit } : {}),
          example: exampleOf(written, node, catalogue),
          isGoal: goals.has(node.id),
          isFirst: template.ask.includes(key),
        },
      ];
    }),
  );
  const order = (question: Question) => (question.isFirst ? template.ask.indexOf(question.key) : template.ask.length);
  return all.sort((a, b) => order(a) - order(b));
}

/** Drivers without a number are asked for like those whose number is open: the goal cannot be told without them. */
function targetOf(node: TemplateNode): string | undefined {
  const written = node.target ?? node.milestones?.at(-1)?.value;
  return written ?? (node.equals === undefined && node.watch !== true ? 'TBD' : undefined);
}

/** The name a node of a template has in the plan. */
export function nameOf(node: TemplateNode, { metrics }: Catalogue): Text {
  return node.name ?? metrics.get(node.metric ?? node.id)?.name ?? sameText(node.id);
}

function unitOf(node: TemplateNode, { metrics }: Catalogue): Unit | undefined {
  return (node.unit === undefined ? undefined : parseUnit(node.unit)) ?? metrics.get(node.metric ?? node.id)?.unit;
}

function exampleOf(written: string, node: TemplateNode, catalogue: Catalogue): Text {
  const [ja = '', en = ''] = LANGS.map((lang: Lang) => localAmount(written, node, catalogue, lang));
  return { ja, en };
}
