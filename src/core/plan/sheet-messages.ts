import type { Weekday } from '../calendar/calendar-settings.ts';
import { messages } from '../problem/problem.ts';

const WEEKDAY_NAMES = {
  monday: { ja: '月曜日', en: 'Monday' },
  tuesday: { ja: '火曜日', en: 'Tuesday' },
  wednesday: { ja: '水曜日', en: 'Wednesday' },
  thursday: { ja: '木曜日', en: 'Thursday' },
  friday: { ja: '金曜日', en: 'Friday' },
  saturday: { ja: '土曜日', en: 'Saturday' },
  sunday: { ja: '日曜日', en: 'Sunday' },
} as const satisfies Readonly<Record<Weekday, unknown>>;

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
  'sheet-week': {
    severity: 'error',
    ja: (p: { week: string; starts: Weekday }) =>
      `シートの週「${p.week}」は、計画の期間にある週の初日（${WEEKDAY_NAMES[p.starts].ja}）ではありません。`,
    en: (p: { week: string; starts: Weekday }) =>
      `The sheet's week "${p.week}" is not the first day (a ${WEEKDAY_NAMES[p.starts].en}) of a week in the plan.`,
  },
  'sheet-week-budget': {
    severity: 'error',
    ja: () => '予算（budget）の行に週の値があります。予算は月ごとに書いてください。',
    en: () => 'A budget row has values of weeks. Write budgets by month.',
  },
  'sheet-weeks-differ': {
    severity: 'warning',
    ja: (p: { node: string; month: string; weeks: string; wanted: string }) =>
      `「${p.node}」の週の目標を足すと${p.month}は${p.weeks}になり、その月の目標${p.wanted}と合いません。月の目標で判定します。`,
    en: (p: { node: string; month: string; weeks: string; wanted: string }) =>
      `The weeks of "${p.node}" add up to ${p.weeks} for ${p.month}, but its target is ${p.wanted}. The month's target counts.`,
  },
  'sheet-weeks-no-flow': {
    severity: 'warning',
    ja: (p: { node: string }) =>
      `「${p.node}」は足し合わせる量ではないため、週の値は使いません。シートの週の値を消してください。`,
    en: (p: { node: string }) => `"${p.node}" does not add up over time, so its weeks say nothing. Remove them from the sheet.`,
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
