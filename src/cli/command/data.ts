import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

/** `rashin imports`: what was imported, newest first. */
export async function imports(
  options: WorkspaceOptions & { readonly dataset?: string; readonly limit: number; readonly json?: boolean },
  io: Io,
): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { dataset, limit, json } = options;
    const { batches } = valueOr(await ask('batches', { limit, ...(dataset === undefined ? {} : { dataset }) }));
    if (json) {
      io.print(JSON.stringify(batches, null, 2));
      return EXIT.ok;
    }
    const ja = io.lang === 'ja';
    const head = [
      { heading: 'ID' },
      { heading: ja ? '受信' : 'Received' },
      { heading: ja ? 'ファイル' : 'File' },
      { heading: ja ? 'データ' : 'Dataset' },
      { heading: ja ? '期間' : 'Period' },
      { heading: ja ? '行数' : 'Rows', align: 'right' as const },
      { heading: '' },
    ];
    const rows = batches.map(({ id, receivedAt, fileName, dataset: into, from, to, rows: count, undone, live }) => [
      id,
      receivedAt.slice(0, 10),
      fileName,
      into,
      `${from}〜${to}`,
      count.toLocaleString('en-US'),
      undone ? (ja ? '取消済み' : 'undone') : live.length === 0 ? (ja ? '上書き済み' : 'overruled') : '',
    ]);
    io.print(tableText(head, rows));
    return EXIT.ok;
  });
}

/** `rashin undo BATCH`: takes an import back; what it had replaced counts again. */
export async function undo(batch: string, options: WorkspaceOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const answer = await ask('undoBatch', { batch });
    const ja = io.lang === 'ja';
    if (answer.kind === 'conflict') {
      io.note(ja ? `${batch} はもう取り消されています。` : `${batch} has been taken back already.`);
      return EXIT.problems;
    }
    const { batch: undone } = valueOr(answer);
    io.print(
      ja
        ? `${undone.fileName}（${undone.id}）の取込を取り消しました。`
        : `The import of ${undone.fileName} (${undone.id}) was taken back.`,
    );
    return EXIT.ok;
  });
}

/** `rashin rebuild`: makes the data store anew from the kept files. */
export async function rebuild(options: WorkspaceOptions, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { job } = valueOr(await ask('rebuildData'));
    for (;;) {
      const { job: now } = valueOr(await ask('readJob', { job: job.id, wait: 500 }));
      const ja = io.lang === 'ja';
      switch (now.state) {
        case 'waiting':
        case 'running':
          io.progress?.(
            `${ja ? '作り直しています' : 'Rebuilding'} ${now.progress === null ? '…' : `${Math.floor(now.progress * 100)}%`}`,
          );
          continue;
        case 'failed':
          if (now.failure) return valueOr({ kind: 'failure', failure: now.failure });
          throw new Error('a failed job without its failure');
        case 'refused':
        case 'cancelled':
          io.note(now.problems.map(({ message }) => message[io.lang]).join('\n'));
          return EXIT.problems;
        case 'done':
          io.progress?.('');
          io.print(ja ? 'データを作り直しました。' : 'The data were made anew.');
          return EXIT.ok;
      }
    }
  });
}
