const WON = /^(?:closed won|won|受注|成約|契約)$/i;
const LOST = /^(?:closed lost|lost|失注|不成立)$/i;

/** Whether a stage's name says that the deal was won, as CRMs name it in Japanese and English. [LND-40] */
export function isWon(stage: string): boolean {
  return WON.test(stage);
}

/** Whether it says that the deal was lost. */
export function isLost(stage: string): boolean {
  return LOST.test(stage);
}
