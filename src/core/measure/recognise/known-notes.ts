/** Rows under a table that are remarks, not data: `※ 速報値`, `出典：…`, `Copyright …`. [ING-15] */
export function isNote(text: string): boolean {
  return /^\s*(?:[※＊*]|注[\d)）:：]|[(（]注|備考\s*[:：]|出典|資料\s*[:：]|source\s*:|notes?\s*:|copyright|著作権|©|\(c\)|confidential|generated|作成日時|filtered by|フィルタ条件)/i.test(
    text,
  );
}
