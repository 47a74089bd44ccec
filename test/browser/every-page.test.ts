import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Lang } from '#core/text/text.ts';
import { PAGES, pathOf } from './pages.ts';
import { product } from './product.ts';
import { settled } from './visitor.ts';

const rashin = product();

const NAMES = Object.keys(PAGES) as readonly (keyof typeof PAGES)[];

/** The smallest phone that counts. */
const PHONE = { width: 375, height: 720 };

describe('[SCR-60, SCR-61] every page can be used by everybody, in both languages, light and dark, on a phone', () => {
  test.each(NAMES)('%s', async name => {
    const { page } = await rashin.visit(await pathOf(rashin, name), name === 'not found' ? { expected: /404/ } : {});
    const wide = page.viewportSize() ?? PHONE;
    const found: string[] = [];
    for (const lang of ['ja', 'en'] as const) {
      await page.setViewportSize(wide);
      await page.getByRole('radio', { name: lang === 'ja' ? '日本語' : 'EN' }).check({ force: true });
      await expectLang(page, lang);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
        await settled(page);
        found.push(...(await violations(page, colorScheme === 'light')).map(violation => `${lang} ${colorScheme}: ${violation}`));
      }
      found.push(...(await unfinishedWords(page)).map(word => `${lang}: ${word}`));
      await page.setViewportSize(PHONE);
      await settled(page);
      found.push(...(await sticksOut(page)).map(culprit => `${lang} ${PHONE.width} px: ${culprit}`));
    }
    expect(found).toEqual([]);
  });
});

async function expectLang(page: Page, lang: Lang): Promise<void> {
  await page.locator(`html[lang="${lang}"]`).waitFor();
  await expect.poll(() => page.title()).toMatch(lang === 'ja' ? /. · 羅針$/ : /. · Rashin$/);
  expect(await page.locator('h1').count()).toBe(1);
}

/** What the axe engine finds against WCAG 2.2 A and AA. Of all that, only contrasts change with the theme. */
async function violations(page: Page, isFirstTheme: boolean): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const rules = isFirstTheme
    ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    : axe.withRules(['color-contrast']);
  const { violations } = await rules.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, target, any, all }) => `${id}: ${target.join(' ')} ${[...any, ...all][0]?.message ?? ''} ${html.slice(0, 120)}`,
    ),
  );
}

/** Words that only a mistake puts on a page: places for values, what is not a value, names of labels. */
async function unfinishedWords(page: Page): Promise<readonly string[]> {
  const text = await page.locator('body').innerText();
  const mistakes = /\{\{|\}\}|\bundefined\b|\bNaN\b|\bnull\b|\bInfinity\b|\[object |^[a-z]+[A-Z]\w*$/gm;
  return [...text.matchAll(mistakes)].map(([words]) => words);
}

/** What makes the page wider than the window, apart from what scrolls by itself. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const isCut = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement));
    const outside = [...document.querySelectorAll('body *')].filter(
      element => element.getBoundingClientRect().right > root.clientWidth + 1 && !isCut(element.parentElement),
    );
    const culprits = outside.map(element => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30)}`);
    return root.scrollWidth > root.clientWidth
      ? [`${root.scrollWidth - root.clientWidth} px too wide`, ...culprits.slice(0, 5)]
      : [];
  });
}
