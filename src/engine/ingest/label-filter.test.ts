import { expect, test } from 'vitest';
import { totalLabel } from '#core/measure/recognise/total-label.ts';
import { mayBeTotalLabel } from './label-filter.ts';

const LABELS =
  '合計|総計|小計|総合計|【合計】|（合計）|合 計|合計: キャンペーン|合計（税込）|Grand total|GRAND TOTAL|Subtotal|sub-total|Total: Campaign|- 合計|*total*|計|全体|全部|すべて|平均|Total|totals|All|Average|Sum|Ｔｏｔａｌ|月計|年計|累計|Gesamt|ｔｏｔａｌ|Gesamtsumme'.split(
    '|',
  );

test.each(LABELS)('[ING-14] the quick look never passes over the label "%s"', label => {
  expect(totalLabel(label)).toBeDefined();
  const bytes = Buffer.from(label);
  expect(mayBeTotalLabel(bytes, 0, bytes.length)).toBe(true);
});

test.each(['google', 'ブランド', '春の合計', 'campaign', '2026', ''])('[ING-14] "%s" is no label', text => {
  const bytes = Buffer.from(text);
  expect(mayBeTotalLabel(bytes, 0, bytes.length)).toBe(false);
});
