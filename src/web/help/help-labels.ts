import { labels } from '../ui/labels.ts';

/** Words of the pages that explain what can be found in a plan. */
export const helpLabels = labels({
  rules: { ja: '計画のルール', en: 'Rules for plans' },
  rulesAbout: {
    ja: '計画を検算し、次のことを指摘します。意図どおりのものは、plan.yaml の ignore に理由を書くと表示されなくなります。',
    en: 'What a plan is held against. Whatever is meant to be so can be left out by naming the rule, with a reason, under ignore in plan.yaml.',
  },
  why: { ja: 'なぜ？ 直し方', en: 'Why, and how to fix it' },
  means: { ja: '意味', en: 'What it means' },
  matters: { ja: 'なぜ大切か', en: 'Why it matters' },
  fix: { ja: '直し方', en: 'How to fix it' },
  more: { ja: '例を見る', en: 'See an example' },
  settle: { ja: '自動で修正', en: 'Fix it' },
  fails: { ja: '指摘される例', en: 'An example that is found' },
  passes: { ja: '指摘されない例', en: 'An example that is not' },
  given: { ja: '分かっていること', en: 'What is known' },
  ignore: { ja: '意図どおりのときは', en: 'When it is meant to be so' },
  ignoreHow: {
    ja: 'plan.yaml に次のように書きます。理由（because）は必須です。',
    en: 'Write this into plan.yaml. The reason is required.',
  },
  ignoreReason: { ja: 'そうする理由', en: 'the reason' },
  unknown: { ja: 'このルールはありません', en: 'There is no such rule' },
  rule: { ja: 'ルール', en: 'Rule' },
  about: { ja: '内容', en: 'What it is about' },
  severity: { ja: '重さ', en: 'Severity' },
});
