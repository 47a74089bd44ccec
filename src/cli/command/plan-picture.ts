import { writeFileSync } from 'node:fs';
import type { NodeView, PlanView } from '#contract/plan-view.ts';
import { planViewOf } from '#contract/plan-view-of.ts';
import { treeOfPlan } from '#contract/tree-of-plan.ts';
import { formatDay } from '#core/calendar/format-day.ts';
import { parseFormula } from '#core/formula/parse.ts';
import { printFormula } from '#core/formula/print.ts';
import { parsePlan } from '#core/plan/build-plan.ts';
import { sentence } from '#core/problem/sentence.ts';
import { treeLayout } from '#core/share/tree-layout.ts';
import { type PictureCard, treePicture } from '#core/share/tree-picture.ts';
import { formatValue } from '#core/text/format-value.ts';
import type { Lang } from '#core/text/text.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planTextsFrom } from '../plan-texts.ts';

export interface PictureOptions {
  readonly out: string;
  readonly sheet?: string;
}

/** `rashin plan picture FILE --out tree.svg`: the tree of targets as one SVG; needs no workspace. [TRE-09] */
export async function planPicture(file: string, { out, sheet }: PictureOptions, io: Io): Promise<Exit> {
  const texts = await planTextsFrom(file, sheet, io);
  if (!texts) return EXIT.problems;
  const catalogue = readProductCatalogue();
  const parsed = parsePlan(texts, catalogue);
  if (!parsed.ok) {
    for (const problem of parsed.problems)
      io.note(`${file}${problem.line === undefined ? '' : `:${problem.line}`} ${sentence(problem, io.lang)}`);
    return EXIT.problems;
  }
  const svg = pictureOf(planViewOf(parsed.value, catalogue), io.lang);
  if (out === '-') io.print(svg.trimEnd());
  else {
    writeFileSync(out, svg);
    io.note(io.lang === 'ja' ? `ツリーの図を保存しました: ${out}` : `Saved the tree as a picture: ${out}`);
  }
  return EXIT.ok;
}

function pictureOf(view: PlanView, lang: Lang): string {
  const nodes = new Map(view.nodes.map(node => [node.id, node]));
  const nameOf = (id: string) => nodes.get(id)?.name[lang] ?? id;
  const factors = new Map(view.factors.map(factor => [factor.id, factor]));
  return treePicture({
    layout: treeLayout(
      treeOfPlan(view),
      view.factors.map(({ id }) => id),
      new Set(),
    ),
    title: view.name[lang],
    subtitle: `${formatDay(view.period.from, lang)}〜${formatDay(view.period.to, lang)}`,
    elsewhere: ({ kind, when }) => ELSEWHERE[kind === 'reference' ? 'reference' : (when ?? 'previous')][lang],
    cardOf: id => {
      const node = nodes.get(id);
      return node && cardOf(node, nameOf, lang);
    },
    bandOf: id => {
      const factor = factors.get(id);
      return factor && { name: factor.name[lang], because: factor.because?.[lang] ?? '' };
    },
  });
}

const ELSEWHERE = {
  reference: { ja: '別の場所に表示', en: 'shown elsewhere' },
  previous: { ja: '前月', en: 'month before' },
  'last-year': { ja: '前年', en: 'year before' },
} as const;

const PER = {
  day: { ja: '/日', en: ' a day' },
  week: { ja: '/週', en: ' a week' },
  month: { ja: '/月', en: ' a month' },
  quarter: { ja: '/四半期', en: ' a quarter' },
  half: { ja: '/半期', en: ' a half-year' },
  year: { ja: '/年', en: ' a year' },
} as const;

const WORDS = {
  target: { ja: '目標', en: 'Target' },
  none: { ja: '目標なし', en: 'No target' },
  undecided: { ja: '未定', en: 'Undecided' },
  calculated: { ja: '計算で決まる', en: 'Calculated' },
} as const;

/** What the plan itself says about a node: its target, or how it is calculated, and who answers for it. */
function cardOf(node: NodeView, nameOf: (id: string) => string, lang: Lang): PictureCard {
  const { target } = node;
  const counter = node.counter?.[lang] ?? '';
  const suffix = lang === 'ja' || counter === '' ? counter : ` ${counter}`;
  const value = (decimal: string) => `${formatValue(decimal, node.unit, lang)}${node.unit.kind === 'count' ? suffix : ''}`;
  const amount = target
    ? `${value(target.value)}${target.upTo === null ? '' : `〜${value(target.upTo)}`}`
    : WORDS[node.undecided ? 'undecided' : node.equals ? 'calculated' : 'none'][lang];
  const per = target?.per ? PER[target.per][lang] : '';
  const formula = node.equals ? parseFormula(node.equals.text) : undefined;
  const owner = node.owner ?? '';
  return {
    name: node.name[lang],
    amount,
    rest: per,
    foot: formula?.ok && node.role === 'kpi' ? `= ${printFormula(formula.value, nameOf)}` : owner,
    facts: node.role === 'goal' ? [{ label: WORDS.target[lang], value: `${amount}${per}` }] : [],
  };
}
