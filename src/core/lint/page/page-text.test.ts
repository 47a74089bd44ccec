import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pageText } from './page-text.ts';
import { RULE_CONCEPTS } from './rule-concepts.ts';
import { RULE_PAGES } from './rule-pages.ts';

const folder = fileURLToPath(new URL('../../../../docs/lint/', import.meta.url));

test('[LNT-03] the documents of the rules are those of the product (vitest -u writes them)', async () => {
  for (const [id, page] of Object.entries(RULE_PAGES))
    await expect(pageText(id, page, 'en')).toMatchFileSnapshot(`${folder}${id}.md`);
  const index = RULE_CONCEPTS.map(
    ({ name, pages }) =>
      `## ${name.en}\n\n${Object.entries(pages)
        .map(([id, { title }]) => `- [${title.en}](${id}.md) \`${id}\``)
        .join('\n')}\n`,
  ).join('\n');
  await expect(`# What can be found in a plan\n\n${index}`).toMatchFileSnapshot(`${folder}README.md`);
});

test('[LNT-03] every page says all it has to in both languages', () => {
  for (const page of Object.values(RULE_PAGES)) {
    for (const text of [page.title, page.means, page.why, page.fix]) expect(text.ja).toMatch(/[ぁ-んァ-ヶ一-龠A-Z]/);
    expect(page.title.en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    for (const text of [page.means, page.why, page.fix]) expect(`${text.ja} ${text.en}`).toMatch(/。.*\.$/);
  }
});
