import { messages } from '../problem/problem.ts';

/** Why a repair that was asked for cannot be looked for. */
export const repairMessages = messages({
  'repair-no-goal': {
    severity: 'error',
    ja: (p: { goal: string }) => `「${p.goal}」という目標（KGI）は計画にありません。goals にあるIDを指定してください。`,
    en: (p: { goal: string }) => `The plan has no goal "${p.goal}". Name one of the ids under goals.`,
  },
  'repair-unknown': {
    severity: 'error',
    ja: (p: { node: string }) => `「${p.node}」は計画にありません。固定・上限・重みには計画にあるIDを指定してください。`,
    en: (p: { node: string }) => `"${p.node}" is not in the plan. Fix, limit or weigh nodes of the plan only.`,
  },
  'repair-weight': {
    severity: 'error',
    ja: (p: { node: string }) => `「${p.node}」の重みには0より大きい数を指定してください（通常は1）。`,
    en: (p: { node: string }) => `The weight of "${p.node}" must be a number above 0 (usually 1).`,
  },
  'repair-limit': {
    severity: 'error',
    ja: (p: { node: string }) => `「${p.node}」の上限には0より大きい値を指定してください。`,
    en: (p: { node: string }) => `The limit of "${p.node}" must be above 0.`,
  },
});
