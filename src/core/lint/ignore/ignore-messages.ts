import { messages } from '../../problem/problem.ts';

/** What can be wrong with what a plan says is meant to be so. */
export const ignoreMessages = messages({
  'ignore-unused': {
    severity: 'info',
    ja: (p: { readonly rule: string; readonly place?: string }) =>
      `ignore の「${p.rule}」${p.place === undefined ? '' : `（${p.place}）`}に当てはまる指摘はありません。消してください。`,
    en: (p: { readonly rule: string; readonly place?: string }) =>
      `Nothing is found any more for "${p.rule}"${p.place === undefined ? '' : ` (${p.place})`} under ignore. Take it out.`,
  },
  'ignore-unknown': {
    severity: 'warning',
    ja: (p: { readonly rule: string; readonly nearest?: string }) =>
      `ignore に書かれた「${p.rule}」というルールはありません。${p.nearest === undefined ? '' : `「${p.nearest}」ではありませんか。`}`,
    en: (p: { readonly rule: string; readonly nearest?: string }) =>
      `There is no rule "${p.rule}" to ignore.${p.nearest === undefined ? '' : ` Did you mean "${p.nearest}"?`}`,
  },
  'ignore-forbidden': {
    severity: 'warning',
    ja: (p: { readonly rule: string }) =>
      `「${p.rule}」は計画を成り立たせるための指摘なので、ignore にはできません。直してください。`,
    en: (p: { readonly rule: string }) => `"${p.rule}" cannot be ignored: a plan does not stand while it is found. Put it right.`,
  },
});
