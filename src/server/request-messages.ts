import { messages, problemsOf } from '#core/problem/problem.ts';

/** What is wrong with a request, before anything is done about what it asks for. */
export const requestMessages = messages({
  'request-json': {
    severity: 'error',
    ja: (p: { detail: string }) => `送られた内容をJSONとして読めません（${p.detail}）。`,
    en: (p: { detail: string }) => `The body cannot be read as JSON (${p.detail}).`,
  },
  'request-invalid': {
    severity: 'error',
    ja: (p: { place: string; expected: string }) => `「${p.place}」の値が正しくありません。期待する値: ${p.expected}`,
    en: (p: { place: string; expected: string }) => `The value of "${p.place}" is not valid. Expected: ${p.expected}`,
  },
  'request-unknown-key': {
    severity: 'error',
    ja: (p: { key: string; suggestion?: string }) =>
      `「${p.key}」という項目はありません。${p.suggestion ? `「${p.suggestion}」のことですか。` : ''}`,
    en: (p: { key: string; suggestion?: string }) =>
      `There is no "${p.key}" here.${p.suggestion ? ` Did you mean "${p.suggestion}"?` : ''}`,
  },
  'request-too-large': {
    severity: 'error',
    ja: (p: { limit: number }) => `送られた内容が大きすぎます（上限${p.limit.toLocaleString('en-US')}バイト）。`,
    en: (p: { limit: number }) => `The body is too large (limit ${p.limit.toLocaleString('en-US')} bytes).`,
  },
  'request-kind': {
    severity: 'error',
    ja: (p: { expected: string }) => `内容の種類が違います。Content-Type: ${p.expected} で送ってください。`,
    en: (p: { expected: string }) => `The body is of another kind. Send it as Content-Type: ${p.expected}.`,
  },
  'request-slow': {
    severity: 'error',
    ja: () => '内容が時間内に届かなかったため、受信を打ち切りました。もう一度送ってください。',
    en: () => 'The body did not arrive in time, so receiving it was broken off. Send it again.',
  },
  'route-unknown': {
    severity: 'error',
    ja: (p: { path: string }) => `${p.path} というAPIはありません。/api/openapi.json を確かめてください。`,
    en: (p: { path: string }) => `There is no API at ${p.path}. See /api/openapi.json.`,
  },
  'method-unknown': {
    severity: 'error',
    ja: (p: { method: string; allowed: readonly string[] }) =>
      `${p.method} では使えません。使えるのは ${p.allowed.join('・')} です。`,
    en: (p: { method: string; allowed: readonly string[] }) => `${p.method} cannot be used here; ${p.allowed.join(' and ')} can.`,
  },
  'host-foreign': {
    severity: 'error',
    ja: () => 'このサーバーの名前ではないホストへの要求です。http://127.0.0.1 のアドレスで開いてください。',
    en: () => 'The request names a host that is not this server. Open it by its http://127.0.0.1 address.',
  },
  'origin-foreign': {
    severity: 'error',
    ja: () => 'ほかのサイトのページからの変更は受け付けません。',
    en: () => 'Changes from pages of other sites are not accepted.',
  },
  'token-wrong': {
    severity: 'error',
    ja: () => 'トークンが正しくありません。ワークスペースの server.json を確かめてください。',
    en: () => 'The token is not valid. See server.json in the workspace.',
  },
  'api-key-wrong': {
    severity: 'error',
    ja: () => 'APIキーが正しくないか、失効しています。データ → 接続 で確かめてください。',
    en: () => 'The API key is not valid, or was revoked. See Data → Connections.',
  },
  'api-key-not-allowed': {
    severity: 'error',
    ja: (p: { name: string }) =>
      `APIキー「${p.name}」にこの操作は許可されていません。権限のあるキーを使うか、新しいキーを作ってください。`,
    en: (p: { name: string }) => `The API key "${p.name}" does not allow this. Use a key that does, or make a new one.`,
  },
  'member-not-chosen': {
    severity: 'error',
    ja: () => '操作する人を選んでください（画面上部、またはヘッダー x-rashin-member）。',
    en: () => 'Choose who is acting (at the top of the screen, or with the header x-rashin-member).',
  },
  'object-missing': {
    severity: 'error',
    ja: (p: { id: string }) => `「${p.id}」は見つかりません。削除されたか、IDが違います。`,
    en: (p: { id: string }) => `"${p.id}" was not found. It was removed, or the id is wrong.`,
  },
  'version-name-taken': {
    severity: 'error',
    ja: (p: { version: number }) => `その名前は版${p.version}に付いています。別の名前にしてください。`,
    en: (p: { version: number }) => `Version ${p.version} has that name already. Choose another one.`,
  },
  'server-stopping': {
    severity: 'error',
    ja: () => 'サーバーを終了しています。起動し直してからやり直してください。',
    en: () => 'The server is stopping. Start it again, then try again.',
  },
});

export const requestProblem = problemsOf(requestMessages);
