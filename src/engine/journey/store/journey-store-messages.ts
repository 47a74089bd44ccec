import { messages } from '#core/problem/problem.ts';

/** Failures of the store of journeys (see `EngineError`). */
export const journeyStoreMessages = messages({
  'journey-store-damaged': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `ジャーニー分析のファイル ${p.file} が壊れているため、集計できません。取り込んだデータから作り直してください。計画や設定、取り込んだデータは無事です。`,
    en: (p: { file: string }) =>
      `The journey analysis file ${p.file} is damaged, so nothing is computed from it. Make it anew from the imported data. Plans, settings and the imported data are not affected.`,
  },
  'journey-store-older': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `ジャーニー分析のファイル ${p.file} は、以前のRashinの形式です。取り込んだデータから作り直してください。`,
    en: (p: { file: string }) =>
      `The journey analysis file ${p.file} has the layout of an earlier Rashin. Make it anew from the imported data.`,
  },
  'journey-store-newer': {
    severity: 'error',
    ja: (p: { file: string }) =>
      `ジャーニー分析のファイル ${p.file} は、より新しいRashinで作られています。新しい版を使うか、取り込んだデータから作り直してください。`,
    en: (p: { file: string }) =>
      `The journey analysis file ${p.file} was made by a newer Rashin. Use that version, or make the file anew from the imported data.`,
  },
  'journey-store-failed': {
    severity: 'error',
    ja: (p: { file: string; why: string }) =>
      `ジャーニー分析のファイル ${p.file} を読み書きできません（${p.why}）。ディスクの空きと権限を確かめてください。`,
    en: (p: { file: string; why: string }) =>
      `The journey analysis file ${p.file} cannot be read or written (${p.why}). Check the disk's free space and the permissions.`,
  },
});
