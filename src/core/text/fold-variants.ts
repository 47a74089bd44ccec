/** Shapes of one character that names are typed with: the form kept is the first. */
const VARIANTS: Readonly<Record<string, string>> = {
  髙: '高',
  﨑: '崎',
  栁: '柳',
  德: '徳',
  濵: '浜',
  濱: '浜',
  邊: '辺',
  邉: '辺',
  齋: '斎',
  齊: '斉',
  澤: '沢',
  廣: '広',
  國: '国',
  櫻: '桜',
  眞: '真',
  會: '会',
  學: '学',
  榮: '栄',
  藏: '蔵',
  龍: '竜',
};

const VARIANT = new RegExp(`[${Object.keys(VARIANTS).join('')}]`, 'g');

/** A name with the variants of its kanji made one; everything else stays. [TXT-40] */
export function foldVariants(name: string): string {
  return name.replace(VARIANT, kanji => VARIANTS[kanji] ?? kanji);
}
