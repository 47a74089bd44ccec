import type { Text } from '../../text/text.ts';

const VAGUE = {
  ja: /(?:増やす|増加|高める|上げる|伸ばす|向上|強化|改善|促進|拡大|活性化|最大化)(?:する|させる)?$/,
  en: /^(?:increase|improve|raise|grow|boost|strengthen|enhance|maximi[sz]e)\b/i,
};

const TASK = {
  ja: /(?:作成|制作|実施|公開|導入|構築|リリース|開催|ローンチ|整備|立ち上げ)(?:する)?$/,
  en: /^(?:launch|create|build|publish|set up|introduce|implement|release|hold|run)\b/i,
};

const TWO = {
  ja: /(?:数|率|額|単価|売上|コスト|時間|点)(?:と|および|及び|ならびに|、)[^の]+(?:数|率|額|単価|売上|コスト|時間|点)$/,
  en: /\b(?:rate|number|cost|count|revenue|sales|leads|orders|visitors)\b.* and .*\b(?:rate|number|cost|count|revenue|sales|leads|orders|visitors)$/i,
};

const QUALITY = {
  ja: /満足|信頼|好感|愛着|認知|ブランド力|理解|モチベーション|エンゲージメント|雰囲気/,
  en: /satisfaction|trust|loyalty|awareness|understanding|motivation|engagement/i,
};

const COUNTED = {
  ja: /(?:数|件|率|人|点|点数|スコア|回|割合)$/,
  en: /\b(?:rate|score|count|number|share|points?|members|visits)\b/i,
};

/** 「売上を上げる」, "Increase sales": what to do, without what is measured. [DES-18] */
export function isVagueName(name: Text): boolean {
  return VAGUE.ja.test(name.ja) || VAGUE.en.test(name.en);
}

/** 「LPの公開」, "Launch the page": done or not done, whatever comes of it. */
export function isTaskName(name: Text): boolean {
  return TASK.ja.test(name.ja) || TASK.en.test(name.en);
}

/** Two measures joined in one name. [DES-18] */
export function isTwoInOne(name: Text): boolean {
  return TWO.ja.test(name.ja) || TWO.en.test(name.en);
}

/** A quality of people's minds, with no word for how it is counted. [DES-61] */
export function isUnscaledQuality(name: Text): boolean {
  const says = (lang: 'ja' | 'en') => QUALITY[lang].test(name[lang]) && !COUNTED[lang].test(name[lang]);
  return name.ja === name.en ? says('ja') || says('en') : says('ja') && says('en');
}
