import { z } from 'zod';
import { failed, ok, problemsOf, type Result } from '#core/problem/problem.ts';
import { clickHouseMessages } from './clickhouse-messages.ts';
import { DATABASE_NAME } from './journey-tables.ts';

/** Where journeys are kept, if not in the workspace: `{"journeys": "clickhouse", "shards": ["https://…"], …}`. [JRN-90] */
export interface ClickHouseSetting {
  /** Addresses of the HTTP interface: one server, or one per shard, in an order that stays. */
  readonly shards: readonly [string, ...string[]];
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Tells workspaces apart that share a database. */
  readonly workspace: string;
  /** What one question may use on each server. */
  readonly seconds: number;
  readonly memoryBytes: number;
}

const FORMS = {
  journeys: { form: z.literal('clickhouse'), ja: '"clickhouse"', en: '"clickhouse"' },
  shards: {
    form: z.tuple([z.url({ protocol: /^https?$/ })], z.url({ protocol: /^https?$/ })),
    ja: 'http または https のURLを1つ以上並べたもの（例: ["https://clickhouse.example.com:8443"]）',
    en: 'a list of at least one http or https address, as ["https://clickhouse.example.com:8443"]',
  },
  user: { form: z.string().min(1), ja: 'ユーザー名', en: 'the name of a user' },
  database: {
    form: z.string().regex(DATABASE_NAME).default('rashin'),
    ja: '英数字と _ からなるデータベース名（63文字まで）',
    en: 'the name of a database, of letters, digits and _, up to 63',
  },
  workspace: {
    form: z.string().min(1).max(255),
    ja: 'ワークスペースを見分ける名前',
    en: 'a name that tells the workspace from others',
  },
  seconds: {
    form: z.int().min(1).max(3_600).default(60),
    ja: '1〜3,600の整数（秒）',
    en: 'a whole number of seconds, 1 to 3,600',
  },
  memoryBytes: {
    form: z
      .int()
      .min(2 ** 26)
      .default(4 * 2 ** 30),
    ja: '67,108,864（64 MiB）以上の整数（バイト）',
    en: 'a whole number of bytes, at least 67,108,864 (64 MiB)',
  },
} as const;

const PASSWORD = 'RASHIN_CLICKHOUSE_PASSWORD';
const problem = problemsOf(clickHouseMessages);

/**
 * Reads the setting. The password is not part of it but comes from the environment, so that the file can be shown and copied;
 * credentials in an address are refused for the same reason.
 *
 * In    the value of the JSON, the environment, the workspace's own name
 * Out   problems with every key that is not as expected, or that nobody knows
 */
export function clickHouseSetting(
  value: unknown,
  environment: Readonly<Record<string, string | undefined>>,
  ownName: string,
): Result<ClickHouseSetting> {
  const told = typeof value === 'object' && value !== null ? { workspace: ownName, ...value } : {};
  const unknown = Object.keys(told).filter(key => !(key in FORMS));
  const parsed = schema.safeParse(told);
  const wrong = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const withSecrets =
    parsed.success && parsed.data.shards.some(url => new URL(url).username !== '' || new URL(url).password !== '');
  const problems = [
    ...wrong.map(key => wrongKey(key)),
    ...(withSecrets ? [wrongKey('shards')] : []),
    ...unknown.map(key => problem('clickhouse-setting-unknown', { key, known: Object.keys(FORMS) }, { at: [key] })),
  ];
  if (!parsed.success || problems.length > 0) return failed(problems);
  const { journeys: _, ...setting } = parsed.data;
  return ok({ ...setting, password: environment[PASSWORD] ?? '' });
}

const schema = z.object({
  journeys: FORMS.journeys.form,
  shards: FORMS.shards.form,
  user: FORMS.user.form,
  database: FORMS.database.form,
  workspace: FORMS.workspace.form,
  seconds: FORMS.seconds.form,
  memoryBytes: FORMS.memoryBytes.form,
});

function wrongKey(key: string) {
  const form = isKey(key) ? FORMS[key] : FORMS.journeys;
  return problem('clickhouse-setting', { key, expectedJa: form.ja, expectedEn: form.en }, { at: [key] });
}

function isKey(key: string): key is keyof typeof FORMS {
  return key in FORMS;
}
