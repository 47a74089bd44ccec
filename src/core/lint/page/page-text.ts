import type { Lang } from '../../text/text.ts';
import { exampleIn } from './example-in.ts';
import type { RulePage } from './rule-page.ts';

const HEADS = {
  means: { ja: '意味', en: 'What it means' },
  why: { ja: 'なぜ大切か', en: 'Why it matters' },
  fix: { ja: '直し方', en: 'How to fix it' },
  fails: { ja: '指摘される例', en: 'An example that is found' },
  passes: { ja: '指摘されない例', en: 'An example that is not' },
  given: { ja: '分かっていること', en: 'What is known' },
} as const;

/** A rule's page as Markdown in one language. [LNT-03] */
export function pageText(id: string, page: RulePage, lang: Lang): string {
  const part = (head: keyof typeof HEADS, text: string | undefined) =>
    text === undefined ? [] : [`## ${HEADS[head][lang]}\n\n${text}`];
  const example = (text: string | undefined) =>
    text && `\`\`\`${page.sheetOf === undefined ? 'yaml' : 'csv'}\n${exampleIn(text, lang).trim()}\n\`\`\``;
  return `${[
    `# ${page.title[lang]} (\`${id}\`)`,
    ...part('means', page.means[lang]),
    ...part('why', page.why[lang]),
    ...part('fix', page.fix[lang]),
    ...part('given', page.given?.[lang]),
    ...part('fails', example(page.fails)),
    ...part('passes', example(page.passes)),
  ].join('\n\n')}\n`;
}
