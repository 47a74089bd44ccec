import { messages } from '#core/problem/problem.ts';

/** What goes wrong between Rashin and a ClickHouse that keeps journeys, and in how it is set up. */
export const clickHouseMessages = messages({
  'clickhouse-unreachable': {
    severity: 'error',
    ja: (p: { detail: string }) =>
      `ClickHouseに接続できません（${p.detail}）。サーバーが動いているか、接続先のURLが正しいかを確認してください。`,
    en: (p: { detail: string }) =>
      `ClickHouse cannot be reached (${p.detail}). Check that the server is running and that its address is right.`,
  },
  'clickhouse-denied': {
    severity: 'error',
    ja: (p: { detail: string }) =>
      `ClickHouseがユーザー名かパスワード、または権限を受け付けませんでした（${p.detail}）。設定のユーザーと、そのユーザーの権限を確認してください。`,
    en: (p: { detail: string }) =>
      `ClickHouse refused the user, the password or the rights (${p.detail}). Check the user of the setting and what that user may do.`,
  },
  'clickhouse-limit': {
    severity: 'error',
    ja: (p: { detail: string }) =>
      `分析がClickHouseの時間かメモリの上限に達したため、中止しました（${p.detail}）。期間や条件を絞るか、設定の上限を上げてください。`,
    en: (p: { detail: string }) =>
      `The question reached the limit of time or memory on ClickHouse and was stopped (${p.detail}). Ask for a shorter period or fewer events, or raise the limit in the setting.`,
  },
  'clickhouse-failed': {
    severity: 'error',
    ja: (p: { detail: string }) => `ClickHouseでエラーが起きました（${p.detail}）。サーバーのログを確認してください。`,
    en: (p: { detail: string }) => `ClickHouse failed (${p.detail}). Look into the server's log.`,
  },
  'clickhouse-setting-file': {
    severity: 'error',
    ja: (p: { file: string; ja: string; en: string }) => `顧客行動の保存先の設定（${p.file}）を読めません。${p.ja}`,
    en: (p: { file: string; ja: string; en: string }) =>
      `The setting of where journeys are kept (${p.file}) cannot be read. ${p.en}`,
  },
  'clickhouse-setting': {
    severity: 'error',
    ja: (p: { key: string; expectedJa: string; expectedEn: string }) => `設定「${p.key}」には${p.expectedJa}を書いてください。`,
    en: (p: { key: string; expectedJa: string; expectedEn: string }) => `The setting "${p.key}" must be ${p.expectedEn}.`,
  },
  'clickhouse-setting-unknown': {
    severity: 'error',
    ja: (p: { key: string; known: readonly string[] }) =>
      `「${p.key}」という設定はありません。使えるのは ${p.known.join('、')} です。`,
    en: (p: { key: string; known: readonly string[] }) => `There is no setting "${p.key}". There are ${p.known.join(', ')}.`,
  },
});
