import fc from 'fast-check';
import { expect, test } from 'vitest';
import { companyName } from './company-name.ts';

test.each([
  ['株式会社ラシン商事', 'ラシン商事'],
  ['㈱ラシン商事', 'ラシン商事'],
  ['(株)ﾗｼﾝ商事', 'ラシン商事'],
  ['（株）ラシン商事', 'ラシン商事'],
  ['ラシン商事株式会社', 'ラシン商事'],
  ['ラシン商事㈱　大阪支店', 'ラシン商事'],
  ['ラシン商事(株)大阪支店', 'ラシン商事'],
  ['株式会社 ラシン 商事', 'ラシン商事'],
  ['株式会社ラシン・商事', 'ラシン商事'],
  ['ラシン商事株式会社 営業部 第一課', 'ラシン商事'],
  ['株式会社髙島製作所', '高島製作所'],
  ['高島製作所株式会社九州工場', '高島製作所'],
  ['有限会社山﨑', '山崎'],
  ['一般社団法人羅針協会', '羅針協会'],
  ['Acme Co., Ltd.', 'acme'],
  ['ＡＣＭＥ　Ｃｏ．，Ｌｔｄ．', 'acme'],
  ['ACME Inc.', 'acme'],
  ['Acme Corporation', 'acme'],
  ['Blue River K.K.', 'blue river'],
  ['ＮＴ２４株式会社', 'nt24'],
])('[IDN-01] %s is %s', (written, name) => {
  expect(companyName(written)).toBe(name);
});

test.each([
  ['東京ガス大阪', '東京ガス大阪'],
  ['大阪支店', '大阪支店'],
  ['株式会社', '株式会社'],
  ['株式会社 大阪支店', '大阪支店'],
  ['株', '株'],
  ['本社', '本社'],
  ['Incubate', 'incubate'],
  ['Limited Edition', 'limited edition'],
  ['広島電鉄', '広島電鉄'],
  ['', ''],
])('[IDN-01] what is part of the name stays: %s is %s', (written, name) => {
  expect(companyName(written)).toBe(name);
});

test('[IDN-01] a name that was merged is merged under itself, and never becomes empty', () => {
  const parts = fc.constantFrom(
    '株式会社',
    '㈱',
    '(株)',
    ' ',
    '　',
    'ラシン',
    '商事',
    '大阪支店',
    'Acme',
    ' Inc.',
    '・',
    '髙',
    '営業部',
    'Co., Ltd.',
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), words => {
      const name = companyName(words.join(''));
      expect(companyName(name)).toBe(name);
      expect(name === '').toBe(words.join('').trim() === '');
    }),
    { numRuns: 500, seed: 20_261_121 },
  );
});
