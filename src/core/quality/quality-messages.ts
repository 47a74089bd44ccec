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
  'audit-number': {
    severity: 'error',
    ja: (p: { value: string }) =>
      `元の値「${p.value}」は数値として読めません。桁区切りのない数字で入力してください（例：1234.5）。`,
    en: (p: { value: string }) => `"${p.value}" is not a number. Type digits without separators, such as 1234.5.`,
  },
  'audit-nothing-verified': {
    severity: 'error',
    ja: () => '元のデータと照らし合わせた値がありません。少なくとも1つ、元の値を入力してください。',
    en: () => 'No value was held against its source. Type what the source says for one of them at least.',
  },
  'audit-differs': {
    severity: 'error',
    ja: (p: { count: number }) =>
      `元の値と合わないものが${p.count}件あるため、合格にできません。不合格とし、対応を決めてください。`,
    en: (p: { count: number }) =>
      `${p.count} ${p.count === 1 ? 'value differs' : 'values differ'} from the source, so the audit cannot pass. Say that it failed, and what is put right.`,
  },
  'audit-correction-missing': {
    severity: 'error',
    ja: () => '不合格のときは、何を・だれが・いつまでに直すかを入力してください。',
    en: () => 'When an audit fails, say what is put right, by whom and by when.',
  },
  'audit-next': {
    severity: 'error',
    ja: (p: { on: string; next: string }) => `次回の監査日（${p.next}）は、今回（${p.on}）より後の日にしてください。`,
    en: (p: { on: string; next: string }) => `The next audit (${p.next}) must be after this one (${p.on}).`,
  },
});

export const qualityProblem = problemsOf(qualityMessages);
