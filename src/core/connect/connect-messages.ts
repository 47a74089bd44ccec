import { messages } from '../problem/problem.ts';

type SettingParams = { readonly labelJa: string; readonly labelEn: string; readonly hintJa: string; readonly hintEn: string };

export const connectMessages = messages({
  'connect-setting': {
    severity: 'error',
    ja: (p: SettingParams) => `「${p.labelJa}」の形が正しくありません（${p.hintJa}）。`,
    en: (p: SettingParams) => `"${p.labelEn}" does not look right (${p.hintEn}).`,
  },
  'connect-name': {
    severity: 'error',
    ja: () => '接続の名前を入れてください（100文字まで）。',
    en: () => 'Give the connection a name of up to 100 letters.',
  },
  'connect-since': {
    severity: 'error',
    ja: () => '取得を始める日は今日より前にしてください。',
    en: () => 'The first day to fetch must lie before today.',
  },
  'connect-secret-missing': {
    severity: 'error',
    ja: (p: { field: string }) => `認証情報（${p.field}）が足りません。入力してください。`,
    en: (p: { field: string }) => `The credentials are not complete: ${p.field} is missing.`,
  },
  'connect-secret-form': {
    severity: 'error',
    ja: () =>
      'サービスアカウントのJSONキーとして読めません。Google Cloudで作成した鍵ファイルの中身を、そのまま全部貼り付けてください。',
    en: () => 'This is no JSON key of a service account. Paste the whole content of the key file that Google Cloud has made.',
  },
  'connect-host-forbidden': {
    severity: 'error',
    ja: (p: { host: string }) =>
      `${p.host} への接続は許可されていません。サーバーを起動するときに --allow-host ${p.host} を付けて許可してください。`,
    en: (p: { host: string }) =>
      `Speaking to ${p.host} is not allowed. Whoever runs the server can allow it with --allow-host ${p.host}.`,
  },
  'connect-denied': {
    severity: 'error',
    ja: (p: { service: string; said: string }) =>
      `${p.service}が認証情報を受け付けませんでした（${p.said}）。接続を編集して、認証情報を入れ直してください。`,
    en: (p: { service: string; said: string }) =>
      `${p.service} did not accept the credentials (${p.said}). Edit the connection and enter them again.`,
  },
  'connect-forbidden': {
    severity: 'error',
    ja: (p: { service: string; said: string }) =>
      `${p.service}で、このアカウントに閲覧の権限がありません（${p.said}）。${p.service}側で権限を付けてください。`,
    en: (p: { service: string; said: string }) =>
      `At ${p.service} this account may not read the data (${p.said}). Give it the right there.`,
  },
  'connect-not-found': {
    severity: 'error',
    ja: (p: { service: string; said: string }) =>
      `${p.service}に対象が見つかりません（${p.said}）。IDや名前の設定を確かめてください。`,
    en: (p: { service: string; said: string }) =>
      `${p.service} has no such thing (${p.said}). See whether ids and names are right.`,
  },
  'connect-rejected': {
    severity: 'error',
    ja: (p: { service: string; said: string }) =>
      `${p.service}が要求を受け付けませんでした（${p.said}）。設定を確かめてください。`,
    en: (p: { service: string; said: string }) =>
      `${p.service} rejected the request (${p.said}). See the settings of the connection.`,
  },
  'connect-unreadable': {
    severity: 'error',
    ja: (p: { service: string; status: number }) =>
      `${p.service}の応答（${p.status}）を読めません。続くようなら、サービスの仕様が変わった可能性があります。`,
    en: (p: { service: string; status: number }) =>
      `The answer of ${p.service} (${p.status}) cannot be read. If that goes on, the service may have changed.`,
  },
  'connect-put-off': {
    severity: 'warning',
    ja: (p: { service: string; until: string }) =>
      p.until === ''
        ? `${p.service}が混み合っているか、利用上限に達しています。次の予定の時刻に続きから取得します。`
        : `${p.service}の利用上限に達しました。${p.until}以降の予定の時刻に続きから取得します。`,
    en: (p: { service: string; until: string }) =>
      p.until === ''
        ? `${p.service} is busy, or its limit is reached. The pull goes on at the next scheduled time.`
        : `The limit of ${p.service} is reached. The pull goes on at the first scheduled time after ${p.until}.`,
  },
  'connect-unreached': {
    severity: 'error',
    ja: (p: { host: string; code: string }) =>
      `${p.host} に接続できません（${p.code}）。ネットワークと、プロキシーやファイアウォールの設定を確かめてください。`,
    en: (p: { host: string; code: string }) =>
      `${p.host} cannot be reached (${p.code}). See the network, and proxies and firewalls on the way.`,
  },
  'connect-address': {
    severity: 'error',
    ja: (p: { host: string }) => `${p.host} がこの機械か社内ネットワークのアドレスを指しているため、接続しません。`,
    en: (p: { host: string }) => `${p.host} points to this machine or to a private network, so it is not connected to.`,
  },
  'connect-too-large': {
    severity: 'error',
    ja: (p: { service: string; limit: string }) =>
      `${p.service}の応答が大きすぎます（上限${p.limit}）。期間や項目を絞ってください。`,
    en: (p: { service: string; limit: string }) => `The answer of ${p.service} is too large (limit ${p.limit}). Ask for less.`,
  },
  'connect-endless': {
    severity: 'error',
    ja: (p: { service: string }) => `${p.service}のページが終わらないため、取得を止めました。`,
    en: (p: { service: string }) => `The pages of ${p.service} do not end, so the pull was stopped.`,
  },
  'connect-empty': {
    severity: 'warning',
    ja: (p: { from: string; to: string }) =>
      `${p.from}〜${p.to}の行がありませんでした。以前に取得した行がある場合は残しています。権限や絞り込みが変わっていないか確かめてください。`,
    en: (p: { from: string; to: string }) =>
      `There were no rows from ${p.from} to ${p.to}. Rows of earlier pulls were left as they are. See whether rights or filters have changed.`,
  },
  'connect-sampled': {
    severity: 'warning',
    ja: (p: { service: string }) => `${p.service}が一部を抽出したデータから計算した数値です（サンプリング）。`,
    en: (p: { service: string }) => `${p.service} has worked these figures out from a sample of the data.`,
  },
  'connect-other-row': {
    severity: 'warning',
    ja: (p: { service: string }) =>
      `${p.service}の組み合わせが多すぎるため、一部が (other) にまとめられています。項目を減らしてください。`,
    en: (p: { service: string }) =>
      `${p.service} has put some rows together as (other), because there are too many combinations. Ask for fewer dimensions.`,
  },
  'connect-thresholded': {
    severity: 'warning',
    ja: (p: { service: string }) => `${p.service}が、個人を推測できる少人数の行を除いています（しきい値）。`,
    en: (p: { service: string }) => `${p.service} has left out rows of few people (thresholding).`,
  },
  'connect-query': {
    severity: 'error',
    ja: () => 'クエリは SELECT か WITH で始まる1つの文にし、期間は :from と :to で指定してください。',
    en: () => 'The query must be one statement that begins with SELECT or WITH; days are written as :from and :to.',
  },
  'connect-secret-key': {
    severity: 'error',
    ja: (p: { file: string }) => `認証情報の鍵ファイル ${p.file} を本人以外も読めます。chmod 600 で権限を直してください。`,
    en: (p: { file: string }) => `Others may read the key file ${p.file}. Put its rights right with chmod 600.`,
  },
  'connect-secret-lost': {
    severity: 'error',
    ja: () => '保存した認証情報を開けません（鍵が違います）。接続を編集して、認証情報を入れ直してください。',
    en: () => 'The stored credentials cannot be opened: the key is another one. Edit the connection and enter them again.',
  },
  'connect-cut-off': {
    severity: 'warning',
    ja: () => '取得の途中でサーバーが終了しました。次の取得で続きから始めます。',
    en: () => 'The server ended while this pull was running. The next one goes on from there.',
  },
  'connect-failed': {
    severity: 'error',
    ja: (p: { said: string }) => `取得できませんでした: ${p.said}`,
    en: (p: { said: string }) => `The pull failed: ${p.said}`,
  },
});
