import { messages } from '#core/problem/problem.ts';

export const watchMessages = messages({
  'watch-folder': {
    severity: 'error',
    ja: (p: { folder: string; code: string }) =>
      `見張るフォルダー ${p.folder} を使えません（${p.code}）。フォルダーを作るか、読み書きの権限を確かめてください。`,
    en: (p: { folder: string; code: string }) =>
      `The folder ${p.folder} cannot be watched (${p.code}). Make it, or see whether it may be read and written.`,
  },
  'watch-own-folder': {
    severity: 'error',
    ja: (p: { folder: string }) =>
      `${p.folder} はワークスペース自身のフォルダーです。見張るフォルダーには別の場所か、ワークスペースの中の inbox を指定してください。`,
    en: (p: { folder: string }) =>
      `${p.folder} is a folder of the workspace itself. Watch another one, or inbox inside the workspace.`,
  },
});
