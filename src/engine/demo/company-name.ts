/** Invented names of customers: always the same for the same code. Any likeness to a company is chance. */
export function companyName(code: string): string {
  const number = Number(code.slice(1));
  const stem = STEMS[number % STEMS.length] ?? '';
  const trade = TRADES[Math.floor(number / STEMS.length) % TRADES.length] ?? '';
  return number % 3 === 0 ? `株式会社${stem}${trade}` : `${stem}${trade}株式会社`;
}

const STEMS = [
  'あおつき',
  'いずみ川',
  'うみかぜ',
  'おおぞら台',
  'かぜまち',
  'きりの原',
  'くもいろ',
  'こはる野',
  'さざなみ',
  'しらほし',
  'すずなり',
  'そよかぜ',
  'たまゆら',
  'つきのわ台',
  'とおの灯',
  'なぎさ野',
  'はなもり',
  'ひだまり',
  'ふゆの星',
  'ほたる沢',
  'まつかぜ',
  'みずいろ',
  'もりのね',
  'ゆきあかり',
  'よつば丘',
  'わかば坂',
];

const TRADES = [
  '建設',
  '物流',
  '製作所',
  '商事',
  '食品',
  '電設',
  '印刷',
  '設備',
  '工務店',
  '運輸',
  '精機',
  'サービス',
  '化成',
  '流通',
];
