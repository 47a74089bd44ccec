import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { storeFailure, withFile } from './store-failure.ts';

/** How much of a file that only grows counts, and its checksum. What lies behind was being written when the process ended. */
export interface GrowingFile {
  readonly file: string;
  readonly bytes: number;
  readonly crc: number;
}

export async function growFile(folder: string, { file, bytes, crc }: GrowingFile, more: Uint8Array): Promise<GrowingFile> {
  if (more.length === 0) return { file, bytes, crc };
  const path = `${folder}/${file}`;
  await withFile(path, async () => {
    const handle = await open(path, bytes === 0 ? 'w' : 'r+');
    try {
      for (let at = 0; at < more.length; ) at += (await handle.write(more, at, more.length - at, bytes + at)).bytesWritten;
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return { file, bytes: bytes + more.length, crc: crc32(more, crc) };
}

export async function readGrown(folder: string, { file, bytes, crc }: GrowingFile): Promise<Uint8Array> {
  const path = `${folder}/${file}`;
  const content = new Uint8Array(bytes);
  if (bytes === 0) return content;
  return withFile(path, async () => {
    const handle = await open(path, 'r');
    try {
      for (let at = 0; at < bytes; ) {
        const { bytesRead } = await handle.read(content, at, Math.min(bytes - at, 1 << 27), at);
        if (bytesRead === 0) throw storeFailure('journey-store-damaged', { file: path });
        at += bytesRead;
      }
    } finally {
      await handle.close();
    }
    if (crc32(content) !== crc) throw storeFailure('journey-store-damaged', { file: path });
    return content;
  });
}
