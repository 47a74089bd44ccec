import { messages, problemsOf } from '../problem/problem.ts';

export const qualityMessages = messages({
  'quality-choice': {
    severity: 'error',
    ja: (p: { about: 'missing' | 'outlier' | 'disagreement' }) =>
      p.about === 'missing'
        ? '値が無いときの扱いは「待つ」「前の値を使う」「前後から補う」「除く」のどれかを選んでください。'
        : p.about === 'outlier'
          ? '外れた値の原因は「キャンペーン」「計測の誤り」「実際の値」のどれかを選んでください。'
          : '食い違いの原因は「定義の違い」「計測の誤り」「許容する」のどれかを選んでください。',
    en: (p: { about: 'missing' | 'outlier' | 'disagreement' }) =>
      p.about === 'missing'
        ? 'Choose what to do about the missing value: wait, carry forward, interpolate or exclude.'
        : p.about === 'outlier'
          ? 'Choose the cause of the unusual value: campaign, tracking error or real.'
          : 'Choose why the two differ: another definition, a tracking error, or accepted.',
  },
});

export const qualityProblem = problemsOf(qualityMessages);
