import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { tableText } from '../table.ts';

/** `rashin people erase WHO`: shows where a person is; with `--yes` takes the person out. */
export async function peopleErase(
  who: string,
  options: WorkspaceOptions & { readonly yes?: boolean; readonly json?: boolean },
  io: Io,
): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const preview = options.yes !== true;
    const found = valueOr(await ask('erasePerson', { body: { who, preview } }));
    if (options.json) {
      io.print(JSON.stringify(found, null, 2));
      return EXIT.ok;
    }
    const ja = io.lang === 'ja';
    if (found.rows === 0) io.print(ja ? '該当する行はありません。' : 'No row is about that person.');
    else {
      const head = [
        { heading: ja ? 'ファイル' : 'File' },
        { heading: ja ? 'データ' : 'Dataset' },
        { heading: ja ? '行数' : 'Rows', align: 'right' as const },
      ];
      io.print(
        tableText(
          head,
          found.batches.map(({ fileName, dataset, rows }) => [fileName, dataset, rows.toLocaleString('en-US')]),
        ),
      );
      io.print(told(found.rows, preview, ja));
    }
    if (found.copies.length > 0) {
      const names = found.copies.join(', ');
      io.note(
        ja
          ? `ワークスペースに古い写しがあります。中は確認していません。不要なら削除してください: ${names}`
          : `There are older copies in the workspace, which nobody has looked into. Delete them if they are not needed: ${names}`,
      );
    }
    io.note(
      ja
        ? 'ほかの場所に取ったバックアップと、ほかのシステムにある元のデータは消えません。'
        : 'Backups made elsewhere, and the systems the data came from, are not touched.',
    );
    return EXIT.ok;
  });
}

function told(rows: number, preview: boolean, ja: boolean): string {
  if (preview)
    return ja ? `${rows}行が該当します。消去するには --yes を付けてください。` : `${rows} rows. Add --yes to erase them.`;
  return ja
    ? `${rows}行を、保存したファイルとデータから消去しました。`
    : `${rows} rows were erased from the kept files and the data.`;
}
