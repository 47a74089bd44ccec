import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { guardFileWork } from './file-failure.ts';
import { workspaceFailure } from './workspace-messages.ts';
import type { WorkspacePaths } from './workspace-paths.ts';

/** Where the bytes with a hash are kept: `files/<first two digits>/<hash>`. [WSP-04] */
export function keptFilePath({ files }: Pick<WorkspacePaths, 'files'>, hash: string): string {
  return join(files, hash.slice(0, 2), hash);
}

/** SHA-256 of a file's bytes in hex, read in pieces. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest('hex');
}

/**
 * Keeps the bytes of a file under their hash; when it returns they are on the disk, whole, under that name. Bytes that are kept
 * already are not written again; kept bytes that were damaged are replaced. The source stays.
 */
export async function keepFile(paths: WorkspacePaths, source: string, hash: string): Promise<void> {
  const target = keptFilePath(paths, hash);
  await guardFileWork(target, async () => {
    if ((await fileHash(target).catch(() => undefined)) === hash) return;
    const folder = dirname(target);
    if ((await mkdir(folder, { recursive: true })) !== undefined) syncFolder(paths.files);
    // A name of its own: the same bytes may be on their way in twice.
    const half = join(paths.staging, `${randomUUID()}.part`);
    await copyFile(source, half);
    const file = await open(half, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(half, target);
    syncFolder(folder);
  });
}

/** The path of kept bytes after making sure they are still the ones that were kept. */
export async function checkedKeptFile(paths: WorkspacePaths, hash: string): Promise<string> {
  const file = keptFilePath(paths, hash);
  const found = await fileHash(file).catch((error: unknown) => {
    throw workspaceFailure('kept-file-missing', { file }, error);
  });
  if (found !== hash) throw workspaceFailure('kept-file-damaged', { file });
  return file;
}
