import { foldVariants } from '../text/fold-variants.ts';

/**
 * The name a company is merged under: 「㈱ラシン商事 大阪支店」, 「ラシン商事株式会社」 and 「(株)ﾗｼﾝ商事」 are all `ラシン商事`. [IDN-01]
 * Width, forms of kanji, blanks and middle dots are made one; legal forms go, in Japanese and English, and what follows as a branch or
 * a department. Latin letters become small. A name of which nothing is left (「株式会社」) stays as it was; empty stays empty.
 */
export function companyName(written: string): string {
  const folded = foldVariants(written.normalize('NFKC')).replace(/[・･]/g, '').replace(/\s+/g, ' ').trim();
  let name = folded;
  // One form may stand before another, and a branch before a form.
  for (let shorter = stripped(name); shorter !== name && shorter !== ''; shorter = stripped(name)) name = shorter;
  return name === '' ? written.normalize('NFKC').trim() : name;
}

function stripped(name: string): string {
  return withoutParts(withoutLegalForms(name))
    .replace(/[.,'’]/g, '')
    .replace(BETWEEN_JAPANESE, '')
    .toLowerCase()
    .trim();
}

const LEGAL = [
  '株式会社',
  '有限会社',
  '合同会社',
  '合資会社',
  '合名会社',
  '相互会社',
  '一般社団法人',
  '公益社団法人',
  '一般財団法人',
  '公益財団法人',
  '特定非営利活動法人',
  'NPO法人',
  '医療法人社団',
  '医療法人財団',
  '医療法人',
  '学校法人',
  '社会福祉法人',
  '独立行政法人',
  '国立大学法人',
  '税理士法人',
  '弁護士法人',
  '監査法人',
  '協同組合',
];
const SHORT = ['株', '有', '同', '資', '名', '社', '財', '医', '学', '福', '独', '大'];
const LEGAL_FORM = new RegExp(`(?:${LEGAL.join('|')}|\\((?:${SHORT.join('|')})\\))`, 'g');
const ENGLISH_FORM =
  /,?\s*\b(?:co\.?,?\s*ltd\.?|company,?\s*limited|incorporated|inc\.?|corporation|corp\.?|limited|ltd\.?|llc\.?|l\.l\.c\.|k\.k\.|kk|gmbh|plc|s\.a\.|pte\.?)$/i;

function withoutLegalForms(name: string): string {
  return name.replace(LEGAL_FORM, ' ').replace(ENGLISH_FORM, ' ').replace(/\s+/g, ' ').trim();
}

const PART =
  '(?:支店|支社|支部|本店|本社|営業所|営業本部|事業所|事業部|事業本部|出張所|駐在所|工場|研究所|オフィス|支局|販売部|営業部|総務部|部|課|室|係)';
/** Places that branches are named after; a name may run straight into one of them. */
const PLACE =
  '(?:東日本|西日本|首都圏|北海道|東北|関東|北関東|南関東|甲信越|北陸|東海|中部|近畿|関西|中国|四国|九州|沖縄|札幌|函館|旭川|青森|盛岡|仙台|秋田|山形|福島|郡山|水戸|つくば|宇都宮|前橋|高崎|埼玉|さいたま|大宮|千葉|東京|新宿|渋谷|品川|池袋|丸の内|横浜|川崎|神奈川|新潟|富山|金沢|石川|福井|甲府|長野|松本|岐阜|静岡|浜松|名古屋|愛知|豊田|三重|四日市|滋賀|京都|大阪|梅田|堺|神戸|姫路|兵庫|奈良|和歌山|鳥取|松江|岡山|倉敷|広島|福山|山口|徳島|高松|松山|高知|福岡|北九州|佐賀|長崎|熊本|大分|宮崎|鹿児島|那覇)';
const AFTER_BLANK = new RegExp(`\\s+\\S*${PART}(?:\\s.*)?$`);
const ATTACHED = new RegExp(
  `(?<=.)(?:第?[一二三四五0-9]*)${PLACE}(?:第?[一二三四五0-9]+)?(?:支店|支社|支部|営業所|事業所|出張所|工場|オフィス|支局|本社|本店)$`,
);

function withoutParts(name: string): string {
  return name.replace(AFTER_BLANK, '').replace(ATTACHED, '').trim();
}

const JAPANESE = '[\\u3040-\\u30ff\\u3400-\\u9fff々ー]';
const BETWEEN_JAPANESE = new RegExp(`(?<=${JAPANESE}) (?=${JAPANESE})`, 'g');
