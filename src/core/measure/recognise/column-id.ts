import type { ColumnId } from '../dataset.ts';
import { headerText } from './header-text.ts';

/**
 * The id of a column that no preset names: its heading in kebab case when that is ASCII, else the heading's kana in Latin letters
 * and a few digits made from the whole. The same heading always gives the same id, wherever the column stands. [ING-13]
 */
export function columnIdOf(heading: string): ColumnId {
  const ascii = kebab(
    heading
      .normalize('NFKC')
      .replace(/([a-z\d])([A-Z])/g, '$1-$2')
      .replace(/%/g, ' percent '),
  );
  if (/^[\0-\x7f]*$/.test(heading.normalize('NFKC')) && ascii !== '') return safe(ascii);
  const latin = kebab(latinOf(heading.normalize('NFKC')));
  return safe(`${latin === '' ? 'column' : latin}-${digitsOf(headerText(heading).key)}`);
}

function kebab(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** Ids begin with a letter and are no names that objects have by themselves. */
function safe(id: string): string {
  return /^[a-z]/.test(id) && id !== 'constructor' ? id : `c-${id}`;
}

/** Six letters and digits that stand for a text (FNV-1a, 32 bits). */
function digitsOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-6);
}

const KANA =
  'ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo'.split(
    ' ',
  );
const LATIN = new Map(KANA.flatMap((kana, index) => (index % 2 === 0 ? [[kana, KANA[index + 1] ?? ''] as const] : [])));

/** Kana in Latin letters, roughly; other Japanese characters become blanks. */
function latinOf(text: string): string {
  const katakana = text.replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  return [...katakana]
    .map(character => LATIN.get(character) ?? (character === 'ー' || character === 'ッ' ? '' : character))
    .join('');
}
