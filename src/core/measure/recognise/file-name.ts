/** The name of a file without its ending. */
export function baseName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\.(?:csv|tsv|txt|xlsx|xlsm|zip|gz)$/gi, '').slice(0, 100);
}

/** What stays the same in the names of files that come again every month: names without dates, numbers and the sheet's own default name. */
export function lastingName(names: readonly string[]): string {
  return names
    .map(baseName)
    .filter(name => name !== '' && !/^sheet ?\d*$/i.test(name))
    .join(' ')
    .normalize('NFKC')
    .replace(/\(\d+\)|\d+年度?|\d+月度?|\d{2,}|[-_.\s]+(?=[-_.\s]|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
