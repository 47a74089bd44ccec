import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { getuid } from 'node:process';
import { Client } from 'pg';
import { drillSql } from './duckdb-statements.mjs';
import { POSTGRES } from './postgres-statements.mjs';

const BIN = '/usr/lib/postgresql/15/bin';
const LIMIT = 400_000;

/** Why PostgreSQL cannot run here; undefined when it can. */
export function missing() {
  if (!existsSync(`${BIN}/initdb`)) return `no PostgreSQL 15 in ${BIN}`;
  return getuid?.() === 0 && !account() ? 'runs as root, and there is no other account for the server' : undefined;
}

/** The server refuses to run as root: somebody else then. */
function account() {
  if (getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(text => /^(?:postgres|nobody):/.test(text));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** A server of its own in the folder; ends with `stop`. */
async function started(folder, threads) {
  const home = `${folder}/postgres`;
  const who = account();
  if (!existsSync(home)) {
    mkdirSync(home);
    chmodSync(folder, 0o755);
    if (who.uid !== undefined) chownSync(home, who.uid, who.gid);
    const { status, stderr } = spawnSync(
      `${BIN}/initdb`,
      ['-D', `${home}/data`, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      { ...who, cwd: home, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`initdb: ${stderr.trim()}`);
  }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: home,
    shared_buffers: '2GB',
    work_mem: '512MB',
    maintenance_work_mem: '1GB',
    max_parallel_workers_per_gather: `${threads - 1}`,
    max_wal_size: '8GB',
    fsync: 'off',
    synchronous_commit: 'off',
  };
  const server = spawn(
    `${BIN}/postgres`,
    ['-D', `${home}/data`, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...who,
      cwd: home,
      stdio: 'ignore',
    },
  );
  const stopped = new Promise(resolve => server.once('exit', resolve));
  process.once('exit', () => server.kill('SIGINT'));
  const stop = async () => {
    server.kill('SIGINT');
    await stopped;
  };
  for (let tries = 0; ; tries++) {
    const client = new Client({ host: home, user: 'bench', database: 'postgres' });
    try {
      await client.connect();
      return { client, stop, home };
    } catch (error) {
      await client.end().catch(() => undefined);
      if (tries === 100) {
        await stop();
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

export async function load({ folder, threads }) {
  const { client, stop } = await started(folder, threads);
  chmodSync(`${folder}/events.csv`, 0o644);
  const begun = performance.now();
  await client.query(
    'create unlogged table e(person integer, ts bigint, session integer, event smallint, channel smallint, campaign smallint, device smallint, country smallint, page smallint, variant smallint, scrolled smallint, cents integer)',
  );
  await client.query(`copy e from '${folder}/events.csv' (format csv)`);
  await client.query('create index on e (event, person, ts)');
  await client.query('create index on e (person, ts)');
  await client.query('vacuum analyze e');
  await client.query(POSTGRES['funnel, step to step']['Umami’s method']);
  const whole = performance.now() - begun;
  await client.end();
  await stop();
  return { whole };
}

export async function open({ folder, threads }) {
  const { client, stop } = await started(folder, threads);
  await client.query(`set statement_timeout = ${LIMIT}`);
  return {
    ask: async ({ what, kind, step }) => {
      const text = step ? drillSql(step, '/') : POSTGRES[what][kind];
      return { run: () => client.query({ text, rowMode: 'array' }), rows: ({ rows }) => rows.map(row => row.map(Number)) };
    },
    bytes: async () => Number((await client.query(`select pg_total_relation_size('e') bytes`)).rows[0].bytes),
    close: async () => {
      await client.end();
      await stop();
    },
  };
}
