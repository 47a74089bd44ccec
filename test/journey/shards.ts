import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** ClickHouse servers, each a process of its own, by their addresses. */
export interface Shards {
  readonly urls: readonly string[];
  close(): Promise<void>;
}

export async function startShards(count: number): Promise<Shards> {
  const folder = mkdtempSync(join(tmpdir(), 'rashin-shards-'));
  const program = fileURLToPath(new URL('shard-server.mjs', import.meta.url));
  const children = Array.from({ length: count }, (_, index) =>
    spawn(process.execPath, [program, join(folder, `${index}`)], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const urls = await Promise.all(children.map(async child => `http://127.0.0.1:${await firstLine(child)}`));
  return {
    urls,
    async close() {
      await Promise.all(
        children.map(async child => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const { stdout } = child;
  if (!stdout) throw new Error('no output');
  const [line] = await Promise.race([once(stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error('ended')))]);
  return String(line).trim();
}
