/** Stages of leads in the order in which they usually come, by the words people use for them. */
const ORDER: readonly RegExp[] = [
  /^(lead|リード|見込み)/iu,
  /mql/iu,
  /引き?渡|hand.?over/iu,
  /sql/iu,
  /商談|opportunit|meeting|アポ/iu,
  /提案|proposal|見積/iu,
  /受注|成約|契約|won|closed.won/iu,
];

const LOST = /失注|見送|差し?戻|lost|disqualif|dropped/iu;

/** Values of a column of stages in their usual order; empty where fewer than three are known. [JNY-14] */
export function stageOrder(values: readonly (string | null)[]): readonly string[] {
  const known = values.flatMap(value => {
    const place = value === null || LOST.test(value) ? -1 : ORDER.findIndex(pattern => pattern.test(value));
    return value === null || place === -1 ? [] : [{ value, place }];
  });
  const ordered = known.toSorted((a, b) => a.place - b.place).map(({ value }) => value);
  return ordered.length < 3 ? [] : ordered;
}

const WON = /受注|成約|won/iu;

/** Values of the steps' column that end the way: lost, sent back, won; of the steps themselves only a last one that says won. [JNY-14] */
export function stageEnds(values: readonly (string | null)[], steps: readonly string[]): readonly string[] {
  return values.flatMap(value => {
    if (value === null || !(LOST.test(value) || WON.test(value))) return [];
    return !steps.includes(value) || (value === steps.at(-1) && WON.test(value)) ? [value] : [];
  });
}
