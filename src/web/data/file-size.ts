const STEPS = ['B', 'KB', 'MB', 'GB'] as const;

/** The size of a file as file managers write it: 652 B, 7.2 MB. */
export function fileSize(bytes: number): string {
  const step = bytes < 1_000 ? 0 : Math.min(STEPS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1_000 ** step;
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${STEPS[step] ?? 'B'}`;
}
