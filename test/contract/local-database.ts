import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A real data store, started for one test on a port of its own. */
export interface LocalDatabase {
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Runs statements as its owner. */
  readonly run: (sql: string) => void;
}

/** PostgreSQL, where it is installed; undefined where it is not. */
export async function localPostgresql(): Promise<LocalDatabase | undefined> {
  const bin = programIn(
    versionsOf('/usr/lib/postgresql').map(version => `/usr/lib/postgresql/${version}/bin`),
    'initdb',
  );
  if (bin === undefined) return undefined;
  const dir = ownDir('pg');
  const as = unprivileged('postgres');
  if (as.uid !== undefined && as.gid !== undefined) chownSync(dir, as.uid, as.gid);
  const data = join(dir, 'data');
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], {
    ...as,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-k', dir, '-p', String(port)];
  await running(join(bin, 'postgres'), ['-D', data, ...settings], as, port);
  const psql = (sql: string): void => {
    execFileSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'owner', '-d', 'postgres', '-q', '-v', 'ON_ERROR_STOP=1', '-c', sql],
      { stdio: 'pipe' },
    );
  };
  await until(() => psql('SELECT 1'));
  psql("SET password_encryption = 'scram-sha-256'; CREATE ROLE reader LOGIN PASSWORD 's3cret-読'");
  execFileSync('sh', [
    '-c',
    `printf 'host all owner 127.0.0.1/32 trust\\nhost all all 127.0.0.1/32 scram-sha-256\\n' > ${join(data, 'pg_hba.conf')}`,
  ]);
  psql('SELECT pg_reload_conf()');
  return { port, user: 'reader', password: 's3cret-読', database: 'postgres', run: psql };
}

/** MariaDB, which speaks MySQL's protocol, where it is installed; with TLS it shows a certificate that nobody vouches for. */
export async function localMariadb({ tls = false } = {}): Promise<LocalDatabase | undefined> {
  const bin = programIn(['/usr/sbin', '/usr/local/sbin', '/usr/bin'], 'mariadbd');
  const install = programIn(['/usr/bin', '/usr/local/bin'], 'mariadb-install-db');
  if (bin === undefined || install === undefined) return undefined;
  const dir = ownDir('maria');
  const data = join(dir, 'data');
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  execFileSync(
    join(install, 'mariadb-install-db'),
    ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', ...user],
    { stdio: 'ignore' },
  );
  const port = await freePort();
  const socket = join(dir, 's');
  const settings = [
    '--no-defaults',
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-networking=0',
    ...(tls ? certificateIn(dir) : []),
    ...user,
  ];
  await running(join(bin, 'mariadbd'), settings, {}, port);
  const sql = (text: string): void => {
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-u', 'root', '--default-character-set=utf8mb4', '-e', text],
      { stdio: 'pipe' },
    );
  };
  await until(() => sql('SELECT 1'));
  sql(
    "CREATE DATABASE shop CHARACTER SET utf8mb4; DROP USER IF EXISTS ''@localhost; CREATE USER reader@'%' IDENTIFIED BY 's3cret'; GRANT SELECT ON shop.* TO reader@'%'",
  );
  return { port, user: 'reader', password: 's3cret', database: 'shop', run: text => sql(`USE shop; ${text}`) };
}

function certificateIn(dir: string): readonly string[] {
  const [key, certificate] = [join(dir, 'key.pem'), join(dir, 'certificate.pem')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
  execFileSync('openssl', [...made, '-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  return [`--ssl-cert=${certificate}`, `--ssl-key=${key}`];
}

function programIn(folders: readonly string[], name: string): string | undefined {
  return folders.find(folder => existsSync(join(folder, name)));
}

function versionsOf(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
}

function ownDir(name: string): string {
  const dir = mkdtempSync(join(tmpdir(), `rashin-${name}-`));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** PostgreSQL does not run as root. */
function unprivileged(user: string): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, user]).toString().trim());
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>(resolve => server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}

async function running(program: string, args: readonly string[], options: SpawnOptions, port: number): Promise<void> {
  const child = spawn(program, args, { ...options, stdio: 'ignore' });
  onTestFinished(async () => {
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await ended;
  });
  if (child.pid === undefined) throw new Error(`${program} did not start on ${port}`);
}

async function until(works: () => void): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      works();
      return;
    } catch (error) {
      if (tries >= 300) throw error;
      await new Promise<void>(resolve => setTimeout(resolve, 100));
    }
  }
}
