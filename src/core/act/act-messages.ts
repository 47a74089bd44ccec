import type { Day } from '../calendar/day.ts';
import { formatDay } from '../calendar/format-day.ts';
import { messages, problemsOf } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';

/** Fields of initiatives, to-dos, comments, lessons and members, as the screens call them. */
export type ActField = keyof typeof FIELD_NAMES;

const FIELD_NAMES = {
  title: { ja: '件名', en: 'title' },
  hypothesis: { ja: '仮説', en: 'hypothesis' },
  lesson: { ja: '学び', en: 'lesson' },
  impression: { ja: '所感', en: 'impression' },
  cause: { ja: '要因', en: 'cause' },
  countermeasure: { ja: '対策', en: 'countermeasure' },
  note: { ja: 'メモ', en: 'note' },
  risk: { ja: 'リスク', en: 'risk' },
  procedure: { ja: '手順', en: 'procedure' },
  segment: { ja: 'セグメント', en: 'segment' },
  evidence: { ja: '根拠', en: 'evidence' },
  scope: { ja: '対象', en: 'scope' },
  channel: { ja: 'チャネル', en: 'channel' },
  industry: { ja: '業種', en: 'industry' },
  'member-name': { ja: '氏名', en: 'name' },
  department: { ja: '部署', en: 'department' },
  cost: { ja: '費用', en: 'cost' },
  spent: { ja: '使った費用', en: 'money spent' },
  effort: { ja: '工数', en: 'effort' },
  expected: { ja: '期待効果', en: 'expected effect' },
  reason: { ja: '理由', en: 'reason' },
  objection: { ja: '異議の内容', en: 'objection' },
  reply: { ja: '回答', en: 'reply' },
  criterion: { ja: '判定条件', en: 'criterion' },
  'hand-over': { ja: '引き渡しの条件', en: 'hand-over point' },
} as const satisfies Readonly<Record<string, Text>>;

export const actMessages = messages({
  'text-missing': {
    severity: 'error',
    ja: (p: { field: ActField }) => `${FIELD_NAMES[p.field].ja}を入力してください。`,
    en: (p: { field: ActField }) => `Enter the ${FIELD_NAMES[p.field].en}.`,
  },
  'text-too-long': {
    severity: 'error',
    ja: (p: { field: ActField; length: number; limit: number }) =>
      `${FIELD_NAMES[p.field].ja}が長すぎます（${p.length}文字、上限${p.limit}文字）。短くしてください。`,
    en: (p: { field: ActField; length: number; limit: number }) =>
      `The ${FIELD_NAMES[p.field].en} is too long (${p.length} characters, limit ${p.limit}). Shorten it.`,
  },
  'text-characters': {
    severity: 'error',
    ja: (p: { field: ActField }) =>
      `${FIELD_NAMES[p.field].ja}に、画面に表示できない制御文字か改行が含まれています。その部分を入力し直してください。`,
    en: (p: { field: ActField }) =>
      `The ${FIELD_NAMES[p.field].en} contains control characters or line breaks that cannot be shown. Type that part again.`,
  },
  'number-unreadable': {
    severity: 'error',
    ja: (p: { field: ActField; value: string }) =>
      `${FIELD_NAMES[p.field].ja}「${p.value}」は数値として読めません。300000 や 0.25 のように書いてください。`,
    en: (p: { field: ActField; value: string }) =>
      `The ${FIELD_NAMES[p.field].en} "${p.value}" is not a number. Write it like 300000 or 0.25.`,
  },
  'number-negative': {
    severity: 'error',
    ja: (p: { field: ActField }) => `${FIELD_NAMES[p.field].ja}は0以上で入力してください。`,
    en: (p: { field: ActField }) => `The ${FIELD_NAMES[p.field].en} cannot be below 0.`,
  },
  'owner-missing': {
    severity: 'error',
    ja: () => '責任者を1人決めてください。',
    en: () => 'Choose one owner.',
  },
  'due-missing': {
    severity: 'error',
    ja: () => '期限を決めてください。',
    en: () => 'Set a due date.',
  },
  'dates-reversed': {
    severity: 'error',
    ja: (p: { start: Day; due: Day }) =>
      `期限（${formatDay(p.due, 'ja')}）が開始日（${formatDay(p.start, 'ja')}）より前になっています。どちらかを直してください。`,
    en: (p: { start: Day; due: Day }) =>
      `The due date (${formatDay(p.due, 'en')}) is before the start (${formatDay(p.start, 'en')}). Correct one of them.`,
  },
  'member-id': {
    severity: 'error',
    ja: (p: { id: string }) =>
      `ID「${p.id}」は使えません。sales/sato のように、半角の英小文字・数字・「-」・「/」で書いてください。`,
    en: (p: { id: string }) => `The id "${p.id}" cannot be used. Write lower-case letters, digits, "-" and "/", like sales/sato.`,
  },
  'member-unknown': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」という人は登録されていません。登録済みの人から選ぶか、先に登録してください。`,
    en: (p: { id: string }) => `Nobody is registered as "${p.id}". Choose a registered person, or register this one first.`,
  },
  'member-inactive': {
    severity: 'error',
    ja: (p: { name: string }) => `${p.name}さんは利用を終了しています。ほかの人を選んでください。`,
    en: (p: { name: string }) => `${p.name} no longer uses Rashin. Choose somebody else.`,
  },
  'comment-empty': {
    severity: 'error',
    ja: () => '要因か対策のどちらかを入力してください。',
    en: () => 'Write a cause or a countermeasure.',
  },
  'close-reopen-reason': {
    severity: 'error',
    ja: (p: { period: string }) => `${p.period}は確定しています。確定を取り消す理由を入力してください。`,
    en: (p: { period: string }) => `${p.period} is final. Give the reason for reopening it.`,
  },
  'text-not-storable': {
    severity: 'error',
    ja: (p: { line: number }) => `${p.line}行目に、保存できない文字（NULか、壊れた文字）があります。その文字を消してください。`,
    en: (p: { line: number }) =>
      `Line ${p.line} contains a character that cannot be stored (NUL, or a broken character). Delete it.`,
  },
  'import-no-rows': {
    severity: 'error',
    ja: (p: { file: string }) => `${p.file}には、日付のある行が1つもありません。取り込むデータがあるか確認してください。`,
    en: (p: { file: string }) => `${p.file} has no row with a date. Check that it holds data to import.`,
  },
});

export const actProblem = problemsOf(actMessages);
