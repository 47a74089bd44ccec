import { compareRationals, divide, type Rational, rationalOf, roundRational, toNumber } from '../../number/rational.ts';
import type { PlanNode } from '../../plan/plan.ts';
import type { Problem } from '../../problem/problem.ts';
import { problemsOf } from '../../problem/problem.ts';
import type { Text } from '../../text/text.ts';
import type { Lint } from '../lint.ts';
import { named } from '../named.ts';
import type { Rule } from '../rule.ts';
import { formalismMessages } from './formalism-messages.ts';

const problem = problemsOf(formalismMessages);

/** From how many targets on their all being alike is no chance. */
const MANY = 5;
const ALIKE = 4;

/** Signs that a plan was filled in rather than thought through. [DES-64] */
export const formalismRules: readonly Rule[] = [
  {
    id: 'targets-all-round',
    find: ({ aimed }) => {
      const values = aimed.flatMap(({ target }) => target?.value ?? []);
      return values.length >= MANY && values.every(isRound) ? [problem('targets-all-round', { count: values.length })] : [];
    },
  },
  { id: 'same-growth', find: sameGrowth },
  {
    id: 'months-flat',
    find: ({ aimed }) => {
      const found = aimed.filter(
        ({ time, months }) => time === 'flow' && months.size >= 6 && new Set(months.values()).size === 1,
      );
      return found.length > 0 ? [problem('months-flat', named(found), { line: found[0]?.line })] : [];
    },
  },
  {
    id: 'reason-says-nothing',
    find: lint =>
      reasons(lint)
        .filter(({ because }) => isEmptyReason(because))
        .map(({ id, place }) => problem('reason-says-nothing', { id }, place())),
  },
  {
    id: 'reason-copied',
    find: lint => {
      const places = new Map<string, string[]>();
      for (const { id, because } of reasons(lint)) {
        const same = places.get(because.ja);
        if (same) same.push(id);
        else places.set(because.ja, [id]);
      }
      return [...places.values()].filter(ids => ids.length >= ALIKE).map(ids => problem('reason-copied', { ids }));
    },
  },
];

/** One digit and zeros: 200, 30 %, 5,000,000. */
function isRound(value: string): boolean {
  return value.replace(/[-.]/g, '').replace(/^0+|0+$/g, '').length <= 1;
}

/** Targets that are all the same multiple of their baselines. */
function sameGrowth({ aimed }: Lint): readonly Problem[] {
  const grown = aimed.flatMap((node): readonly { readonly node: PlanNode; readonly by: Rational }[] => {
    const { target, baseline } = node;
    if (!target || !baseline || target.per !== baseline.per || target.sign === 'between') return [];
    const by = divide(rationalOf(target.value), rationalOf(baseline.value));
    return by && compareRationals(by, rationalOf(1)) !== 0 ? [{ node, by }] : [];
  });
  const [first] = grown;
  if (!first || grown.length < ALIKE) return [];
  const isSame = grown.every(({ by }) => Math.abs(toNumber(by) - toNumber(first.by)) < 0.001);
  const change = `${roundRational(first.by, 3)}×`;
  return isSame ? [problem('same-growth', { ...named(grown.map(({ node }) => node)), change })] : [];
}

interface Reason {
  readonly id: string;
  readonly because: Text;
  readonly place: () => ReturnType<Lint['placeOf']>;
}

function reasons({ plan, kpis, place, placeOf }: Lint): readonly Reason[] {
  const ofFactors = [...plan.factors.values()].flatMap(({ id, because }) =>
    because ? [{ id, because, place: () => placeOf(['factors', id, 'because']) }] : [],
  );
  const ofKpis = kpis.flatMap(node => [
    ...(node.because ? [{ id: node.id, because: node.because, place: () => place(node, 'because') }] : []),
    ...node.supports.flatMap(({ because }) => (because ? [{ id: node.id, because, place: () => place(node, 'supports') }] : [])),
  ]);
  return [...ofFactors, ...ofKpis];
}

const EMPTY = {
  ja: /^(?:とても|非常に|最も)?(?:重要|大事|大切|必要|有効)(?:だ|です|な指標|なため|だから|なので|のため)?[。]?$|^(?:なし|特になし|同上|影響がある|関係がある|つながる)(?:から|ため)?[。]?$/,
  en: /^(?:because )?(?:it (?:is|matters)\s?)?(?:very )?(?:important|necessary|key|relevant|useful|n\/a|none|same as above|tbd)\.?$/i,
};

/** "Because it is important": true of everything. */
function isEmptyReason({ ja, en }: Text): boolean {
  return EMPTY.ja.test(ja.trim()) || EMPTY.en.test(en.trim());
}
