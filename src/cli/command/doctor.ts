import { existsSync, statfsSync } from 'node:fs';
import { findServer } from '#engine/workspace/ownership.ts';
import { workspacePaths } from '#engine/workspace/workspace-paths.ts';
import { connected, valueOr, type WorkspaceOptions, workspaceDir } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';

interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

const LEAST_FREE = 1024 ** 3;

/** `rashin doctor`: looks at the environment and the workspace, and says what is wrong with them. Changes nothing. [CLI-23] */
export async function doctor(options: WorkspaceOptions, io: Io): Promise<Exit> {
  const ja = io.lang === 'ja';
  const dir = workspaceDir(options, io);
  const findings: Finding[] = [
    { ok: true, text: `Node.js ${process.versions.node} (${process.platform} ${process.arch})` },
    { ok: true, text: ja ? `ワークスペース: ${dir}` : `Workspace: ${dir}` },
  ];
  const paths = workspacePaths(dir);
  if (!existsSync(paths.description)) {
    findings.push({
      ok: false,
      text: ja
        ? 'ワークスペースがありません。rashin start で作成できます。'
        : 'There is no workspace here. rashin start makes one.',
    });
  } else {
    findings.push(...(await workspaceFindings(options, io)));
    const { bavail, bsize } = statfsSync(dir);
    const free = bavail * bsize;
    findings.push({
      ok: free > LEAST_FREE,
      text: ja ? `ディスクの空き: ${gigabytes(free)}` : `Free disk space: ${gigabytes(free)}`,
    });
  }
  for (const { ok, text } of findings) io.print(`${ok ? io.colors.green('●') : io.colors.red('■')} ${text}`);
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.problems;
}

async function workspaceFindings(options: WorkspaceOptions, io: Io): Promise<readonly Finding[]> {
  const ja = io.lang === 'ja';
  const server = findServer(workspacePaths(workspaceDir(options, io)));
  return connected(options, io, async ({ ask }) => {
    const { degraded, sources, plans, members } = valueOr(await ask('workspace'));
    const late = sources.filter(({ daysLate }) => (daysLate ?? 0) > 0);
    return [
      {
        ok: true,
        text: server
          ? ja
            ? `サーバー: ${server.address}（PID ${server.pid}）`
            : `Server: ${server.address} (PID ${server.pid})`
          : ja
            ? 'サーバーは起動していません。'
            : 'No server is running.',
      },
      {
        ok: degraded === null,
        text:
          degraded === null
            ? ja
              ? '台帳とデータは一致しています。'
              : 'Ledger and data are in step.'
            : ja
              ? 'データの一部が失われています。rashin rebuild で作り直してください。'
              : 'Some data are lost. Make them anew with rashin rebuild.',
      },
      {
        ok: true,
        text: ja
          ? `計画 ${plans.length}件、メンバー ${members.length}人、データ ${sources.length}件`
          : `${plans.length} plans, ${members.length} members, ${sources.length} data sources`,
      },
      ...late.map(({ name, daysLate }) => ({
        ok: false,
        text: ja ? `「${name.ja}」のデータが${daysLate}日遅れています。` : `"${name.en}" is ${daysLate} days late.`,
      })),
    ];
  });
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
