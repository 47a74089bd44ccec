import { describe, expect, test } from 'vitest';
import { headerText } from './header-text.ts';
import { matchPresets } from './match-preset.ts';
import type { Preset } from './preset.ts';
import { PRESETS } from './presets/all-presets.ts';

function best(headings: string, hasComments = false): string | undefined {
  return matchPresets(headings.split('|'), { hasComments, hasTitle: hasComments }, PRESETS)[0]?.preset.id;
}

describe('presets', () => {
  test.each([
    ['InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country', 'order-lines'],
    ['受注番号|受注日時|商品コード|個数|単価|送料', 'order-lines'],
    ['日|キャンペーン|キャンペーン タイプ|通貨コード|費用|表示回数|クリック数|コンバージョン', 'google-ads'],
    ['Day|Campaign|Cost|Impr.|Clicks|Conversions', 'google-ads'],
    ['日|キャンペーン名|インプレッション数|クリック数|クリック率|コスト|平均CPC', 'yahoo-ads'],
    ['日|キャンペーン名|インプレッション|クリック(すべて)|消化金額 (JPY)|結果', 'meta-ads'],
    ['Reporting starts|Campaign name|Impressions|Amount spent (USD)|Results', 'meta-ads'],
    ['日|キャンペーン名|インプレッション|クリック数|CV（LINE Tagクリック）|ご利用金額', 'line-ads'],
    ['日付|キャンペーン名|インプレッション|クリック数|コンバージョン|費用', 'microsoft-ads'],
    ['Time period|Ad Group name|Impressions|Clicks|Leads|Spend', 'x-ads'],
    ['発生日|発生件数|承認件数|否認件数|確定報酬', 'affiliate'],
    ['商談 所有者|取引先名|商談名|フェーズ|金額|確度(%)|完了予定日', 'salesforce-opportunities'],
    ['上位のクエリ|クリック数|表示回数|CTR|掲載順位', 'search-console'],
    ['Top pages|Clicks|Impressions|CTR|Position', 'search-console'],
    ['date|campaign_id|campaign|clicks|impressions|cost|revenue', undefined],
    ['日付|売上|来店客数', undefined],
    ['ID|登録日時|氏名', undefined],
    ['日付|項目|金額', undefined],
    ['日付|売上金額|注文数|セッション|購入率', undefined],
    ['会員番号|登録日|会員ランク|ステータス', undefined],
  ])('[ING-10] %s is %s', (headings, id) => {
    expect(best(headings)).toBe(id);
  });

  test('[ING-10] Google Analytics is known by its # lines, whatever its first column is', () => {
    expect(best('Session custom_group|Sessions|Key events', true)).toBe('ga4');
    expect(best('Session custom_group|Sessions|Key events')).toBeUndefined();
  });

  test('[ING-10] of several that fit, the one that knows most of the headings wins, then the one that stands first', () => {
    const [some] = PRESETS;
    if (!some) throw new Error('no presets');
    const preset = (id: string, ...ids: readonly string[]): Preset => ({
      id,
      version: 1,
      name: some.name,
      dataset: { kind: 'aggregate', id, name: some.name },
      columns: ids.map(to => ({ from: [to], to, name: some.name, type: 'text', role: 'dimension' })),
      requires: [['a']],
      period: 'ask',
      replaces: 'period',
      others: 'keep',
      totals: 'labelled',
    });
    const found = matchPresets(['a', 'b', 'c', 'd'], { hasComments: false, hasTitle: false }, [
      preset('one', 'a'),
      preset('two', 'a', 'b', 'c'),
      preset('three', 'b'),
      preset('four', 'a'),
    ]);
    expect(found.map(match => [match.preset.id, match.confidence])).toEqual([
      ['two', 0.75],
      ['one', 0.25],
      ['four', 0.25],
    ]);
  });

  test.each(PRESETS.map(preset => [preset.id, preset] as const))('[ING-10] %s is in order', (_, preset: Preset) => {
    const ids = preset.columns.map(column => column.to);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of [...preset.requires.flat(), ...(preset.dataset.grain ?? []), ...(preset.dataset.breakdowns ?? [])])
      expect(ids).toContain(id);
    for (const column of preset.columns) {
      expect(column.to).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
      expect(column.from.every(heading => headerText(heading).key !== '')).toBe(true);
      if (column.role === 'measure') expect(['integer', 'decimal']).toContain(column.type);
    }
    if (preset.dataset.kind === 'event') expect(preset.columns.some(column => column.role === 'time')).toBe(true);
    const keys = new Map<string, string>();
    for (const column of preset.columns) {
      for (const heading of column.from) {
        const { key } = headerText(heading);
        expect([column.to, undefined]).toContain(keys.get(key));
        keys.set(key, column.to);
      }
    }
  });
});
