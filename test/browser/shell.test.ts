import { describe, expect, test } from 'vitest';
import { product } from './product.ts';
import { settled } from './visitor.ts';

const rashin = product();

describe('[SCR-62] around every page', () => {
  test('the language changes at once, everywhere, and is remembered', async () => {
    const { page, go } = await rashin.visit('/progress');
    await page.getByRole('radio', { name: 'EN' }).check({ force: true });
    await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
    await page.getByRole('main').getByText('New contract revenue').first().waitFor();
    await go('/initiatives');
    await page.getByRole('heading', { level: 1, name: 'Initiatives' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('the theme follows the system until one is chosen, and is remembered', async () => {
    const { page } = await rashin.visit('/', { theme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: '田中 美咲として操作中' }).click();
    await page.getByRole('menuitemradio', { name: 'ライト' }).click();
    await page.locator('html[data-theme="light"]').waitFor();
    expect(await background()).not.toBe(dark);
    await page.reload();
    await settled(page);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });

  test('the palette finds a KPI by another of its names', async () => {
    const { page } = await rashin.visit('/');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('ｓｑｌ転換率');
    await page.getByRole('option', { selected: true }).filter({ hasText: 'SQL率' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'SQL率' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/progress/kpi/sql-rate');
  });

  test('an address that does not exist says so and leads home', async () => {
    const { page } = await rashin.visit('/no-such-page', { expected: /404/ });
    await page.getByRole('heading', { level: 1, name: 'このページはありません' }).waitFor();
    await page.getByRole('link', { name: 'ホームへ' }).click();
    await page.getByRole('heading', { level: 1, name: 'ホーム' }).waitFor();
  });

  test('[SCR-63] the keyboard reaches everything that the mouse does, in the order of the page, and shows where it is', async () => {
    const { page } = await rashin.visit('/');
    const seen: { readonly name: string; readonly top: number; readonly isShown: boolean }[] = [];
    for (let step = 0; step < 120; step++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || element === document.body) return undefined;
        const shown = element.matches('input[type="radio"], input[type="checkbox"]')
          ? (element.closest('label') ?? element)
          : element;
        const ring = [element, shown].some(one => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
          return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
        });
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return { name: name.trim().slice(0, 40), top: element.getBoundingClientRect().top + scrollY, isShown: ring };
      });
      if (!at) break;
      seen.push(at);
    }
    expect(seen[0]?.name).toBe('本文へ移動');
    expect(seen.filter(({ isShown }) => !isShown).map(({ name }) => name)).toEqual([]);
    const reached = seen.map(({ name }) => name);
    const all = await page
      .locator('main')
      .locator('a[href]:visible, button:enabled:visible, input:enabled:visible, select:enabled:visible, textarea:enabled:visible')
      .evaluateAll(elements =>
        elements.map(element => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)),
      );
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter(name => !reached.includes(name))).toEqual([]);
  });

  test('the link before everything else leads to the content', async () => {
    const { page } = await rashin.visit('/progress');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  test('[SCR-64] when the server is gone the page stays and says so; when it is back it goes on', async () => {
    const { page } = await rashin.visit('/progress', { expected: /Failed to load resource|ERR_CONNECTION_REFUSED/ });
    await rashin.stopServer();
    const banner = page.getByText('サーバーに接続できません');
    await banner.waitFor({ timeout: 75_000 });
    expect(await page.getByRole('main').innerText()).toContain('1.80億円');
    await rashin.startServer();
    await page.getByRole('button', { name: '再試行' }).click();
    await banner.waitFor({ state: 'detached' });
  });
});
