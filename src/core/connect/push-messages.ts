import { messages } from '../problem/problem.ts';

export const pushMessages = messages({
  'push-json': {
    severity: 'error',
    ja: (p: { row: number; found: string }) =>
      `${p.row}行目をJSONとして読めません（「${p.found}」の所）。1行は {"日付": "2026-11-20", "件数": 3} のような平らなオブジェクトにしてください。`,
    en: (p: { row: number; found: string }) =>
      `Row ${p.row} cannot be read as JSON (at "${p.found}"). A row is a flat object such as {"date": "2026-11-20", "leads": 3}.`,
  },
  'push-nested': {
    severity: 'error',
    ja: (p: { row: number; key: string }) =>
      `${p.row}行目の「${p.key}」の値がオブジェクトか配列です。文字列・数値・true・false・null のどれかにしてください。`,
    en: (p: { row: number; key: string }) =>
      `The value of "${p.key}" in row ${p.row} is an object or a list. It must be text, a number, true, false or null.`,
  },
  'push-key-twice': {
    severity: 'error',
    ja: (p: { row: number; key: string }) => `${p.row}行目に「${p.key}」が2回あります。どちらの値か分かりません。`,
    en: (p: { row: number; key: string }) => `"${p.key}" is there twice in row ${p.row}; it is unclear which value is meant.`,
  },
  'push-keys-many': {
    severity: 'error',
    ja: (p: { limit: number }) =>
      `列の種類が多すぎます（上限${p.limit.toLocaleString('en-US')}）。値をキーの名前にしていないか確かめてください。`,
    en: (p: { limit: number }) =>
      `There are too many different keys (limit ${p.limit.toLocaleString('en-US')}). See whether values have become names of keys.`,
  },
  'push-empty': {
    severity: 'error',
    ja: () => '行がありません。1行以上送ってください。',
    en: () => 'There are no rows. Send at least one.',
  },
  'push-key-reused': {
    severity: 'error',
    ja: (p: { key: string; at: string }) =>
      `Idempotency-Key「${p.key}」は${p.at}に別の内容で使われています。内容が違う送信には新しいキーを使ってください。`,
    en: (p: { key: string; at: string }) =>
      `The Idempotency-Key "${p.key}" was used for another content at ${p.at}. Use a new key for a content that differs.`,
  },
  'push-several-tables': {
    severity: 'error',
    ja: (p: { count: number }) => `表が${p.count}つあります。1回の送信には表を1つだけ入れてください。`,
    en: (p: { count: number }) => `There are ${p.count} tables. Send one table at a time.`,
  },
  'api-key-name': {
    severity: 'error',
    ja: () => 'キーの名前は小文字の英数字とハイフンで、50文字までにしてください（例: shop-batch）。',
    en: () => 'The name of a key has small letters, digits and hyphens, up to 50 of them, such as shop-batch.',
  },
  'api-key-taken': {
    severity: 'error',
    ja: (p: { name: string }) =>
      `「${p.name}」という名前のキーがもうあります。記録を区別するため、失効したキーの名前も使えません。別の名前にしてください。`,
    en: (p: { name: string }) =>
      `There is a key called "${p.name}" already. Names of revoked keys are not given again either, because history names them. Choose another one.`,
  },
  'api-key-rights': {
    severity: 'error',
    ja: () => 'このキーで何ができるかが決まっていません。送信先のデータを選ぶか、読み取りを許可してください。',
    en: () => 'Nothing is allowed to this key. Name the datasets it may push to, or let it read.',
  },
});
