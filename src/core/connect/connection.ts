import type { Day } from '../calendar/day.ts';
import type { Instant } from '../measure/live-segments.ts';
import { type Problem, problemsOf } from '../problem/problem.ts';
import { CONNECTORS } from './all-connectors.ts';
import { connectMessages } from './connect-messages.ts';
import type { Connector, ConnectorId, ConnectorSettings, SignIn } from './connector.ts';
import type { Schedule } from './schedule.ts';
import { isQuery } from './service/databases.ts';

/** An account of a service that rows are pulled from. Its secrets lie elsewhere, sealed. [CON-07] */
export interface Connection {
  readonly name: string;
  readonly connector: ConnectorId;
  readonly settings: ConnectorSettings;
  readonly signIn: SignIn;
  /** The dataset that is filled; the connector's own when null. */
  readonly dataset: string | null;
  /** The first day that is wanted. */
  readonly since: Day;
  /** Days that are asked for again; the connector's own number when null. */
  readonly restates: number | null;
  readonly schedule: Schedule;
}

/** How a pull ended. `put-off`: the service asked to wait; what it brought until then stays. */
export type RunState = 'running' | 'done' | 'put-off' | 'failed' | 'cut-off';

/** One pull, as the log has it. [CON-10] */
export interface ConnectionRun {
  readonly id: string;
  readonly connection: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** A member, or `schedule`. */
  readonly by: string;
  readonly state: RunState;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly requests: number;
  readonly rows: number;
  readonly batches: readonly string[];
  readonly problems: readonly Problem[];
}

const problem = problemsOf(connectMessages);

/** Secrets that each way of signing in takes. */
export const SECRET_FIELDS: Readonly<Record<SignIn, readonly string[]>> = {
  'service-account': ['key'],
  oauth: ['client-id', 'client-secret', 'refresh-token'],
  token: ['token'],
  password: ['user', 'password'],
};

/** All secrets a connection needs: those of its sign-in, and what the service wants besides. */
export function secretFields({ connector, signIn }: Pick<Connection, 'connector' | 'signIn'>): readonly string[] {
  return [...SECRET_FIELDS[signIn], ...(connector === 'google-ads' ? ['developer-token'] : [])];
}

/** Everything that is wrong with a connection before anything is sent. */
export function checkConnection(connection: Connection, today: Day): readonly Problem[] {
  const connector = CONNECTORS[connection.connector];
  const name = connection.name.trim();
  return [
    ...(name === '' || name.length > 100 ? [problem('connect-name', {}, { at: ['name'] })] : []),
    ...(connection.since >= today ? [problem('connect-since', {}, { at: ['since'] })] : []),
    ...settingProblems(connector, connection.settings),
  ];
}

function settingProblems(connector: Connector, settings: ConnectorSettings): readonly Problem[] {
  return connector.fields.flatMap(({ id, label, hint, pattern, optional, long }) => {
    const text = settings[id] ?? '';
    if (text === '' && optional) return [];
    const at = ['settings', id];
    if (!wholly(pattern, text)) {
      const words = { labelJa: label.ja, labelEn: label.en, hintJa: hint.ja, hintEn: hint.en };
      return [problem('connect-setting', words, { at })];
    }
    return long && !isQuery(settings) ? [problem('connect-query', {}, { at })] : [];
  });
}

function wholly(pattern: RegExp, text: string): boolean {
  return pattern.exec(text)?.[0] === text;
}
