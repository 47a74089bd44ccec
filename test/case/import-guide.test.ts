import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Preset } from '#core/measure/recognise/preset.ts';
import { PRESETS } from '#core/measure/recognise/presets/all-presets.ts';
import type { Text } from '#core/text/text.ts';

const START = '<!-- presets -->';
const END = '<!-- /presets -->';
const HEAD = {
  en: '| source | known by columns such as | a row is |\n|---|---|---|',
  ja: '| 出力元 | 見分ける列の例 | 1行の意味 |\n|---|---|---|',
} as const;
const KIND = {
  aggregate: { en: 'figures of a day or period', ja: '日や期間の集計値' },
  event: { en: 'one thing that happened', ja: '1件のできごと' },
} as const;

test.each(['en', 'ja'] as const)('[ING-10] the guide (%s) lists every source that is recognised', lang => {
  const path = new URL(`../../docs/guide/import${lang === 'ja' ? '.ja' : ''}.md`, import.meta.url).pathname;
  const text = readFileSync(path, 'utf8');
  const [before = '', rest = ''] = text.split(START);
  const [, after = ''] = rest.split(END);
  const expected = `${before}${START}\n${HEAD[lang]}\n${rowsOf(lang).join('\n')}\n${END}${after}`;
  if (process.env.RASHIN_GOLDEN === 'accept') writeFileSync(path, expected);
  else expect(text).toBe(expected);
  expect(rowsOf(lang)).toHaveLength(PRESETS.length - 1);
});

/** A row per source; what is typed in on the screen is no file of anybody's. */
function rowsOf(lang: 'en' | 'ja'): readonly string[] {
  return PRESETS.filter(({ id }) => id !== 'entered-values').map(
    preset => `| ${preset.name[lang]} | ${columnsOf(preset, lang)} | ${KIND[preset.dataset.kind][lang]} |`,
  );
}

/** A column of each group that must be there. */
function columnsOf({ requires, columns, id }: Preset, lang: 'en' | 'ja'): string {
  const needed = id === 'ga4' ? ['sessions', 'key-events'] : requires.map(([first]) => first);
  const headings = [...new Set(needed)].flatMap(to => {
    const found = columns.find(column => column.to === to);
    return found ? [headingOf(found.name, found.from, lang)] : [];
  });
  return headings.map(heading => heading.replaceAll('|', '\\|')).join(lang === 'ja' ? '、' : ', ');
}

/** The name where it is a heading of the source; else the first heading that is. */
function headingOf(name: Text, from: readonly string[], lang: 'en' | 'ja'): string {
  return from.includes(name[lang]) ? name[lang] : (from[0] ?? name[lang]);
}
