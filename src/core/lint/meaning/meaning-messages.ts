import { messages } from '../../problem/problem.ts';
import { kpisEn, listEn, listJa, type Named } from '../named.ts';

type About = { readonly node: string };
type Added = About & { readonly first: string; readonly second: string };

/** Whether the numbers of a plan mean what they are taken for. */
export const meaningMessages = messages({
  'vanity-metric': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」は増えても成果につながらないことが多い指標です（見栄えの指標）。成果につながる次の段階のKPIに目標を置いてください。`,
    en: (p: About) =>
      `"${p.node}" can grow without bringing anything (a vanity metric). Set the target on the next step towards the result.`,
  },
  'double-counting': {
    severity: 'info',
    ja: (p: About & { readonly twice: string }) =>
      `「${p.node}」の足し算で「${p.twice}」が2回数えられています。どちらか一方にしてください。`,
    en: (p: About & { readonly twice: string }) => `The sum of "${p.node}" counts "${p.twice}" twice. Keep one of the two.`,
  },
  'part-and-whole-added': {
    severity: 'info',
    ja: (p: Added) =>
      `「${p.node}」では「${p.first}」と「${p.second}」を足していますが、前者は後者の一部です。二重に数えていないか確認してください。`,
    en: (p: Added) => `"${p.node}" adds "${p.first}" to "${p.second}", which includes it. Check that nothing is counted twice.`,
  },
  'distinct-added': {
    severity: 'info',
    ja: (p: Added) =>
      `「${p.node}」では人数の「${p.first}」と「${p.second}」を足していますが、両方に当てはまる人が二重に数えられます。合計の人数は別に計測してください。`,
    en: (p: Added) =>
      `"${p.node}" adds numbers of people, "${p.first}" and "${p.second}"; whoever is in both counts twice. Measure the total itself.`,
  },
  'rates-averaged': {
    severity: 'info',
    ja: (p: Added) =>
      `「${p.node}」は率の「${p.first}」と「${p.second}」を足して割った平均です。率は分子の合計÷分母の合計で計算してください。`,
    en: (p: Added) =>
      `"${p.node}" is the plain average of the rates "${p.first}" and "${p.second}". Divide the sum of the numerators by that of the denominators.`,
  },
  'rates-added': {
    severity: 'info',
    ja: (p: Added) => `「${p.node}」では、分母の違う率「${p.first}」と「${p.second}」を足しています。`,
    en: (p: Added) => `"${p.node}" adds the rates "${p.first}" and "${p.second}", which are shares of different things.`,
  },
  'ratio-averaged': {
    severity: 'info',
    ja: (p: About) =>
      `「${p.node}」は率なのに、期間ごとの値の平均（mean）で集計する設定です。分子と分母を合計してから割る ratio にしてください。`,
    en: (p: About) =>
      `"${p.node}" is a rate, but set to be averaged over periods (mean). Use ratio: the sum of numerators over the sum of denominators.`,
  },
  'metric-twice': {
    severity: 'info',
    ja: (p: About & { readonly other: string }) =>
      `「${p.node}」と「${p.other}」は、名前も指標も同じです。違いが分かる名前にするか、1つにまとめてください。`,
    en: (p: About & { readonly other: string }) =>
      `"${p.node}" and "${p.other}" have the same name and metric. Name what differs, or make them one.`,
  },
  'name-missing': {
    severity: 'info',
    ja: (p: Named) => `名前のないKPIが${p.nodes.length}件あります：${listJa(p)}。画面や報告書では id がそのまま表示されます。`,
    en: (p: Named) => `${kpisEn(p)} without a name: ${listEn(p)}. Screens and reports show the bare id.`,
  },
  'tax-unsaid': {
    severity: 'info',
    ja: (p: Named & { readonly others: number }) =>
      `税抜・税込が書かれていない金額が${p.nodes.length}件あります：${listJa(p)}。ほかの金額には書かれています。`,
    en: (p: Named & { readonly others: number }) =>
      `It is not said whether tax is included in ${listEn(p)}; other amounts of this plan say so.`,
  },
  'sign-against-direction': {
    severity: 'info',
    ja: (p: About & { readonly direction: string }) =>
      `「${p.node}」は${p.direction === 'up' ? '多いほど良い指標ですが、目標が上限（以下）' : '少ないほど良い指標ですが、目標が下限（以上）'}になっています。`,
    en: (p: About & { readonly direction: string }) =>
      `For "${p.node}" ${p.direction === 'up' ? 'more is better, but the target is an upper bound' : 'less is better, but the target is a lower bound'}.`,
  },
  'watched-with-target': {
    severity: 'info',
    ja: (p: About) => `「${p.node}」は見るだけ（watch: true）なのに目標があります。どちらかを消してください。`,
    en: (p: About) => `"${p.node}" is only watched (watch: true) and has a target. Take one of the two out.`,
  },
  'influence-of-part': {
    severity: 'info',
    ja: (p: About & { readonly to: string }) =>
      `「${p.node}」は「${p.to}」の計算式に入っているので、影響（supports）を書く必要はありません。`,
    en: (p: About & { readonly to: string }) =>
      `"${p.node}" is part of the formula of "${p.to}", so no influence on it need be stated.`,
  },
  'influence-circle': {
    severity: 'info',
    ja: (p: { readonly nodes: readonly string[] }) =>
      `影響（supports）が輪になっています：${[...p.nodes, p.nodes[0] ?? ''].join('→')}。原因と結果の向きを1つに決めてください。`,
    en: (p: { readonly nodes: readonly string[] }) =>
      `Stated influences run in a circle: ${[...p.nodes, p.nodes[0] ?? ''].join(' → ')}. Decide which way cause and effect go.`,
  },
  'placed-without-reason': {
    severity: 'info',
    ja: (p: Named) =>
      `置かれた場所（under）の計算式に入らず、理由（because）もないKPIが${p.nodes.length}件あります：${listJa(p)}`,
    en: (p: Named) => `${kpisEn(p)} in no formula, and without a reason for where they stand: ${listEn(p)}`,
  },
  'hypothesis-untested': {
    severity: 'info',
    ja: (p: { readonly count: number }) =>
      `影響（supports）${p.count}件のすべてに、データや実験の裏付けがありません。重要なものから確かめ、evidence を書いてください。`,
    en: (p: { readonly count: number }) =>
      `None of the ${p.count} stated influences rests on data or an experiment. Test the important ones and write their evidence.`,
  },
});
