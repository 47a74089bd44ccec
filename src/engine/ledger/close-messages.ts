import { messages, problemsOf } from '#core/problem/problem.ts';

export const closeMessages = messages({
  'close-reopen-reason': {
    severity: 'error',
    ja: (p: { period: string }) => `${p.period}は確定しています。確定を取り消す理由を入力してください。`,
    en: (p: { period: string }) => `${p.period} is final. Give the reason for reopening it.`,
  },
});

export const closeProblem = problemsOf(closeMessages);
