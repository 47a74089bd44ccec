import { messages } from '#core/problem/problem.ts';
import { engineErrorsOf } from '../engine-error.ts';

export const workspaceMessages = messages({
  'workspace-missing': {
    severity: 'error',
    ja: (p: { dir: string }) =>
      `${p.dir} にRashinのワークスペースがありません（workspace.json が見つかりません）。フォルダーの指定を確認するか、新しく作るには rashin start ${p.dir} を実行してください。`,
    en: (p: { dir: string }) =>
      `There is no Rashin workspace in ${p.dir} (workspace.json not found). Check the folder, or run rashin start ${p.dir} to make a new one.`,
  },
  'workspace-exists': {
    severity: 'error',
    ja: (p: { dir: string }) => `${p.dir} にはすでにワークスペースがあります。上書きはしません。`,
    en: (p: { dir: string }) => `There is a workspace in ${p.dir} already; it is not overwritten.`,
  },
  'workspace-not-empty': {
    severity: 'error',
    ja: (p: { dir: string; found: string }) =>
      `${p.dir} は空ではありません（${p.found} があります）。ワークスペースは空のフォルダーか、まだないフォルダーに作ってください。`,
    en: (p: { dir: string; found: string }) =>
      `${p.dir} is not empty (it holds ${p.found}). Make the workspace in an empty folder, or in one that does not exist yet.`,
  },
  'workspace-damaged': {
    severity: 'error',
    ja: (p: { file: string; restore: string }) =>
      `${p.file} を読めません（壊れているか、Rashinのファイルではありません）。ファイルには触れていません。バックアップから戻すには次を実行してください: ${p.restore}`,
    en: (p: { file: string; restore: string }) =>
      `${p.file} cannot be read: it is damaged, or not a file of Rashin. It was left as it is. To bring it back from a backup, run: ${p.restore}`,
  },
  'workspace-newer': {
    severity: 'error',
    ja: (p: { file: string; format: number }) =>
      `${p.file} はより新しい版のRashinで作られています（形式${p.format}）。その版以降のRashinで開いてください。ファイルには触れていません。`,
    en: (p: { file: string; format: number }) =>
      `${p.file} was made by a newer Rashin (format ${p.format}). Open it with that version or a later one. It was left as it is.`,
  },
  'workspace-in-use': {
    severity: 'error',
    ja: (p: { dir: string; holder: string; unknown: boolean }) =>
      `ワークスペース ${p.dir} は${p.unknown ? 'ほかのプロセス' : p.holder}が使っています。そちらを終了してからやり直すか、動いているRashinをそのまま使ってください。`,
    en: (p: { dir: string; holder: string; unknown: boolean }) =>
      `The workspace ${p.dir} is in use by ${p.unknown ? 'another process' : p.holder}. Stop that one first, or use the Rashin that is running.`,
  },
  'kept-file-missing': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `保管したファイル ${p.file} がありません。同じファイルをもう一度取り込むか、バックアップから戻してください。`,
    en: (p: { file: string }) => `The kept file ${p.file} is missing. Import the same file again, or restore a backup.`,
  },
  'kept-file-damaged': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `保管したファイル ${p.file} の内容が保管したときと違います。同じファイルをもう一度取り込むか、バックアップから戻してください。`,
    en: (p: { file: string }) =>
      `The kept file ${p.file} is not what was kept any more. Import the same file again, or restore a backup.`,
  },
  'kept-file-unreadable': {
    severity: 'error',
    ja: (p: { file: string; codes: readonly string[] }) =>
      `保管したファイル ${p.file} から、取り込んだときと同じ行を作り直せませんでした（${p.codes.join('、')}）。取り込みを取り消し、元のファイルをもう一度取り込んでください。`,
    en: (p: { file: string; codes: readonly string[] }) =>
      `The rows of the kept file ${p.file} could not be made again as they were imported (${p.codes.join(', ')}). Undo the import and import the original file again.`,
  },
});

export const workspaceFailure = engineErrorsOf(workspaceMessages);
