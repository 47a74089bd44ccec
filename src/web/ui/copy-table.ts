import { tsv } from '#core/share/tsv.ts';
import { showToast } from './toasts.tsx';
import { uiLabels } from './ui-labels.ts';

/** Puts a table on the clipboard as spreadsheets take it, and says so. */
export async function copyTable(lines: readonly (readonly string[])[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(tsv(lines));
    showToast({ kind: 'good', text: uiLabels.copied });
  } catch {
    showToast({ kind: 'bad', text: uiLabels.copyFailed });
  }
}
