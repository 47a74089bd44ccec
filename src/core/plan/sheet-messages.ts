import { messages } from '../problem/problem.ts';

/** What can be wrong with a plan's sheet. */
export const sheetMessages = messages({
  'sheet-header': {
    severity: 'error',
    ja: (p: { found: string }) =>
      `シートの見出しが正しくありません（${p.found}）。「node,kind,department,medium,2026-04,…」の形にしてください。`,
    en: (p: { found: string }) =>
      `The sheet's header is not right (${p.found}). It should read "node,kind,department,medium,2026-04,…".`,
  },
  'sheet-cell': {
    severity: 'error',
    ja: (p: { text: string; month: string }) => `シートの${p.month}の値「${p.text}」が数値として読めません。`,
    en: (p: { text: string; month: string }) => `The value "${p.text}" for ${p.month} in the sheet is not a number.`,
  },
  'sheet-month': {
    severity: 'error',
    ja: (p: { month: string }) => `シートの月「${p.month}」が計画の期間にありません。`,
    en: (p: { month: string }) => `The sheet's month "${p.month}" lies outside the plan.`,
  },
  'sheet-too-large': {
    severity: 'error',
    ja: (p: { bytes: number; limit: number }) => `シートが大きすぎます（${p.bytes}バイト、上限${p.limit}バイト）。`,
    en: (p: { bytes: number; limit: number }) => `The sheet is too large (${p.bytes} bytes, limit ${p.limit}).`,
  },
  'sheet-column-twice': {
    severity: 'error',
    ja: (p: { name: string }) => `シートに「${p.name}」の列が2つあります。1つにしてください。`,
    en: (p: { name: string }) => `The sheet has two columns "${p.name}". Keep one.`,
  },
  'sheet-row-twice': {
    severity: 'error',
    ja: (p: { node: string }) => `シートに「${p.node}」の目標（target）の行が2つあります。1つにまとめてください。`,
    en: (p: { node: string }) => `The sheet has two target rows for "${p.node}". Make them one.`,
  },
  'sheet-kind': {
    severity: 'error',
    ja: (p: { kind: string }) => `シートの種類「${p.kind}」はありません。target（目標）か budget（予算）にしてください。`,
    en: (p: { kind: string }) => `There is no row kind "${p.kind}" in a sheet. Use target or budget.`,
  },
});
