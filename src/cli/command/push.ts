import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { PUSH_TYPES } from '#contract/push.ts';
import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { cannotRead } from '../read-file.ts';

export interface PushOptions extends WorkspaceOptions {
  readonly dataset: string;
  readonly key?: string;
  readonly scope?: string;
  readonly replaces?: 'period' | 'nothing';
  readonly json?: boolean;
}

/** `rashin push FILE --dataset ID`: pushes rows of JSON, NDJSON or CSV as a program would; without a key the file's content is the key. [PSH-01] */
export async function push(file: string, options: PushOptions, io: Io): Promise<Exit> {
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = new Uint8Array(readFileSync(file));
  } catch (error) {
    io.note(cannotRead(file, error, io));
    return EXIT.problems;
  }
  const { dataset, scope, replaces, json } = options;
  const key = options.key ?? createHash('sha256').update(body).digest('hex');
  return connected(options, io, async ({ ask }) => {
    const pushed = valueOr(
      await ask('pushRows', {
        dataset,
        'idempotency-key': key,
        'content-type': typeOf(file),
        ...(scope === undefined ? {} : { scope }),
        ...(replaces === undefined ? {} : { replaces }),
        body,
      }),
    );
    const { rows, from, to, batch, left, wasThere } = pushed;
    const ja = io.lang === 'ja';
    if (json) io.print(JSON.stringify(pushed, null, 2));
    else if (wasThere) io.print(ja ? `同じ内容が取込済みです（${batch}）。` : `The same content is in already (${batch}).`);
    else
      io.print(
        ja ? `${rows}行を取り込みました（${from}〜${to}、${batch}）。` : `${rows} rows are in (${from} – ${to}, ${batch}).`,
      );
    if (left.length > 0 && !json) io.note(`${ja ? '取り込まなかった列' : 'Left out'}: ${left.join(', ')}`);
    return EXIT.ok;
  });
}

function typeOf(file: string): (typeof PUSH_TYPES)[number] {
  if (/\.json$/i.test(file)) return 'application/json';
  return /\.(?:ndjson|jsonl)$/i.test(file) ? 'application/x-ndjson' : 'text/csv';
}
