import { expect, test } from 'vitest';
import { costOfChannels } from './cost-of-channels.ts';

test('[VAL-10] media are costs of the channel of their name, else of the only paid channel of their kind', () => {
  const found = costOfChannels(
    ['自然検索', 'リスティング広告', 'SNS広告', 'メール', null],
    [
      { medium: 'Google広告', cost: 100 },
      { medium: 'Yahoo!広告', cost: 50 },
      { medium: 'Meta広告', cost: 30 },
      { medium: 'ﾒｰﾙ', cost: 7 },
      { medium: '新聞', cost: 9 },
    ],
  );
  expect(Object.fromEntries(found.byChannel)).toEqual({
    リスティング広告: { cost: 150, media: ['Google広告', 'Yahoo!広告'] },
    SNS広告: { cost: 30, media: ['Meta広告'] },
    メール: { cost: 7, media: ['ﾒｰﾙ'] },
  });
  expect(found.apart).toEqual([{ medium: '新聞', cost: 9 }]);
});

test('[VAL-10] a medium that fits several channels, or only unpaid ones, belongs to none', () => {
  const media = [{ medium: 'Google Ads', cost: 1 }];
  for (const channels of [['Paid Search', 'リスティング広告'], ['Organic Search', 'Organic Social'], []])
    expect(costOfChannels(channels, media)).toEqual({ byChannel: new Map(), apart: media });
});
