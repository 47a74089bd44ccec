import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from '../workspace/durable-file.ts';
import type { WorkspacePaths } from '../workspace/workspace-paths.ts';
import { connectFailure } from './connect-failure.ts';

/** The secrets of a connection, by field. */
export type Secrets = Readonly<Record<string, string>>;

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals secrets for one connection: AES-256-GCM, with the connection's id as what is authenticated besides, so that a seal
 * copied to another connection does not open. [CON-07]
 */
export function seal(secrets: Secrets, connection: string, key: Uint8Array): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(connection));
  const text = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** Opens a seal. Throws `connect-secret-lost` when the key is another one, or anything of the seal was changed. */
export function unseal(sealed: string, connection: string, key: Uint8Array): Secrets {
  const bytes = Buffer.from(sealed, 'base64');
  const [nonce, tag, text] = [
    bytes.subarray(0, NONCE_BYTES),
    bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
    bytes.subarray(NONCE_BYTES + TAG_BYTES),
  ];
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(connection))
      .setAuthTag(tag);
    const opened: Secrets = JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8'));
    return opened;
  } catch (error) {
    throw connectFailure('connect-secret-lost', {}, error);
  }
}

/** Where the key lies unless the environment has it: beside the workspace's folder, so that a copy of the folder is not enough. */
export function secretKeyFile({ dir }: Pick<WorkspacePaths, 'dir'>): string {
  return join(dirname(dir), `${basename(dir)}.secret-key`);
}

/** The key from `RASHIN_SECRET_KEY`, else from its file, which is made when there is none. */
export function secretKey(paths: Pick<WorkspacePaths, 'dir'>, fromEnvironment: string | undefined): Uint8Array {
  const file = secretKeyFile(paths);
  if (fromEnvironment !== undefined && fromEnvironment !== '') return keyOf(fromEnvironment, 'RASHIN_SECRET_KEY');
  if (!existsSync(file)) writeDurably(file, `${randomBytes(KEY_BYTES).toString('base64')}\n`, 0o600);
  else if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
    throw connectFailure('connect-secret-key', { file });
  return keyOf(readFileSync(file, 'utf8').trim(), file);
}

function keyOf(text: string, place: string): Uint8Array {
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES)
    throw connectFailure('connect-secret-lost', {}, new Error(`${place} does not hold ${KEY_BYTES} bytes in base64`));
  return key;
}
