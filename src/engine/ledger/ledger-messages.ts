import { messages } from '#core/problem/problem.ts';
import { engineErrorsOf } from '../engine-error.ts';

interface FileParams {
  readonly [key: string]: string;
  readonly file: string;
  /** Command that brings the file back from a backup. */
  readonly restore: string;
}

const RESTORE_JA = (p: FileParams) => `バックアップから戻すには次を実行してください: ${p.restore}`;
const RESTORE_EN = (p: FileParams) => `To bring it back from a backup, run: ${p.restore}`;

export const ledgerMessages = messages({
  'ledger-missing': {
    severity: 'error',
    ja: (p: FileParams) => `台帳のファイル ${p.file} がありません。新しい台帳は作っていません。${RESTORE_JA(p)}`,
    en: (p: FileParams) => `The ledger ${p.file} is missing. No new one was created. ${RESTORE_EN(p)}`,
  },
  'ledger-empty': {
    severity: 'error',
    ja: (p: FileParams) => `台帳のファイル ${p.file} が空（0バイト）です。ファイルには触れていません。${RESTORE_JA(p)}`,
    en: (p: FileParams) => `The ledger ${p.file} is empty (0 bytes). It was left as it is. ${RESTORE_EN(p)}`,
  },
  'ledger-not-a-file': {
    severity: 'error',
    ja: (p: FileParams) =>
      `台帳のファイルがあるはずの ${p.file} がフォルダーか特殊なファイルになっています。移動してから、${RESTORE_JA(p)}`,
    en: (p: FileParams) =>
      `${p.file} should be the ledger, but is a folder or a special file. Move it away first. ${RESTORE_EN(p)}`,
  },
  'ledger-foreign': {
    severity: 'error',
    ja: (p: FileParams) =>
      `${p.file} はRashinの台帳として読めません。ほかのアプリのファイルか、先頭が壊れています。ファイルには触れていません。${RESTORE_JA(p)}`,
    en: (p: FileParams) =>
      `${p.file} cannot be read as a Rashin ledger: it belongs to another application, or its beginning is damaged. It was left as it is. ${RESTORE_EN(p)}`,
  },
  'ledger-damaged': {
    severity: 'error',
    ja: (p: FileParams) => `台帳のファイル ${p.file} が壊れています。ファイルには触れていません。${RESTORE_JA(p)}`,
    en: (p: FileParams) => `The ledger ${p.file} is damaged. It was left as it is. ${RESTORE_EN(p)}`,
  },
  'ledger-newer': {
    severity: 'error',
    ja: (p: { readonly file: string; readonly step: string }) =>
      `台帳 ${p.file} は、より新しい版のRashinで更新されています（${p.step}）。その版以降のRashinで開くか、更新前の控えから戻してください。ファイルには触れていません。`,
    en: (p: { readonly file: string; readonly step: string }) =>
      `The ledger ${p.file} was upgraded by a newer Rashin (${p.step}). Open it with that version or a later one, or restore the copy made before the upgrade. It was left as it is.`,
  },
  'ledger-exists': {
    severity: 'error',
    ja: (p: { readonly file: string }) => `${p.file} はすでにあります。上書きはしません。`,
    en: (p: { readonly file: string }) => `${p.file} exists already and is not overwritten.`,
  },
  'ledger-upgrade': {
    severity: 'error',
    ja: (p: { readonly file: string; readonly step: string; readonly copy: string }) =>
      `台帳 ${p.file} を更新できませんでした（${p.step}）。更新前の状態のままです。控え: ${p.copy}`,
    en: (p: { readonly file: string; readonly step: string; readonly copy: string }) =>
      `The ledger ${p.file} could not be upgraded (${p.step}). It is as it was before; a copy is at ${p.copy}.`,
  },
  'disk-full': {
    severity: 'error',
    ja: (p: { readonly file: string }) =>
      `ディスクに空きがないため ${p.file} に書き込めません。変更は保存されていません。空きを作れば、再起動せずに続けられます。`,
    en: (p: { readonly file: string }) =>
      `The disk is full: ${p.file} cannot be written and the change was not saved. Free some space; no restart is needed.`,
  },
  'not-writable': {
    severity: 'error',
    ja: (p: { readonly file: string }) =>
      `${p.file} に書き込めません（読み取り専用か、権限がありません）。変更は保存されていません。書き込めるようにしてから、やり直してください。`,
    en: (p: { readonly file: string }) =>
      `${p.file} cannot be written (read-only, or no permission) and the change was not saved. Make it writable and try again.`,
  },
  'ledger-busy': {
    severity: 'error',
    ja: (p: { readonly file: string }) =>
      `ほかのプログラムが ${p.file} を使っているため、変更を保存できませんでした。少し待ってから、やり直してください。`,
    en: (p: { readonly file: string }) =>
      `Another program is using ${p.file}, so the change was not saved. Wait a moment and try again.`,
  },
  'ledger-io': {
    severity: 'error',
    ja: (p: { readonly file: string; readonly detail: string }) =>
      `${p.file} の読み書きに失敗しました（${p.detail}）。変更は保存されていません。ディスクの状態を確認してください。`,
    en: (p: { readonly file: string; readonly detail: string }) =>
      `Reading or writing ${p.file} failed (${p.detail}). The change was not saved. Check the disk.`,
  },
});

export const ledgerFailure = engineErrorsOf(ledgerMessages);

/** The command that restores a ledger, as people type it. */
export function restoreCommand(file: string): string {
  return `rashin restore BACKUP --to ${quoted(file.replace(/[/\\][^/\\]*$/, '') || '.')}`;
}

function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`;
}
