import type { Day } from '../calendar/day.ts';
import type { PresetColumn } from '../measure/recognise/preset.ts';
import type { Problem } from '../problem/problem.ts';
import type { Text } from '../text/text.ts';

/**
 * A service that can be asked for rows: data about it, and two pure functions. It never sends, waits or reads a clock. [CON-01]
 * Pages of one slice of days are asked for one after the other; the cursor of a page is whatever `read` gave with the page before.
 */
export interface Connector {
  readonly id: ConnectorId;
  readonly name: Text;
  /** What has to be said about an account, in the order of the form. */
  readonly fields: readonly ConnectorField[];
  /** How one signs in; the first is the usual one. */
  readonly signIn: readonly SignIn[];
  /** What the sign-in asks leave for, where the service wants it said. */
  readonly scope?: string;
  /** Days before yesterday that the service still corrects. */
  readonly restates: number;
  /** Most days of one slice. */
  readonly sliceDays: number;
  /** Host names it may speak to, and no others. [CON-08] */
  readonly hosts: (settings: ConnectorSettings) => readonly string[];
  /** The rows it brings. */
  readonly rows: (settings: ConnectorSettings) => PulledRows;
  readonly request: (pull: Pull, cursor: Cursor | null) => OutgoingRequest;
  readonly read: (answer: IncomingAnswer, pull: Pull, cursor: Cursor | null) => PageRead;
}

export const CONNECTOR_IDS = [
  'ga4',
  'search-console',
  'google-ads',
  'bigquery',
  'google-sheets',
  'hubspot',
  'salesforce',
  'meta-ads',
  'clickhouse',
  'postgresql',
  'mysql',
] as const;

export type ConnectorId = (typeof CONNECTOR_IDS)[number];

export interface ConnectorField {
  readonly id: string;
  readonly label: Text;
  /** Where to find it, or an example. */
  readonly hint: Text;
  /** What it looks like when it is right; the whole text must fit. */
  readonly pattern: RegExp;
  readonly optional?: true;
  /** Goes over several lines: a query. */
  readonly long?: true;
}

export type ConnectorSettings = Readonly<Record<string, string>>;

/**
 * `service-account`: the JSON key of a Google service account. `oauth`: client, secret and refresh token. `token`: one secret that does not
 * change. `password`: user and password of a data store.
 */
export type SignIn = 'service-account' | 'oauth' | 'token' | 'password';

/** Dataset and columns of what is pulled. `open`: the answer says which columns there are. */
export interface PulledRows {
  readonly dataset: { readonly kind: 'aggregate' | 'event'; readonly id: string; readonly name: Text };
  readonly columns: readonly PresetColumn[] | 'open';
}

/** What is asked for: the days, and everything an answer may depend on. */
export interface Pull {
  readonly settings: ConnectorSettings;
  readonly from: Day;
  readonly to: Day;
  /** Zone of the workspace. */
  readonly zone: string;
  /** What signs the request besides the access token: a developer token, user and password. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** Where a pull stands: an offset, a token of the service. */
export type Cursor = string;

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface IncomingAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type PageRead =
  /** Cells in the order of the columns; of open columns with their headings. Empty text is no value. */
  | {
      readonly kind: 'page';
      readonly rows: readonly (readonly string[])[];
      readonly headings?: readonly string[];
      readonly next: Cursor | null;
      readonly notes?: readonly Problem[];
    }
  /** Ask again later: after so many seconds where the service says so. */
  | { readonly kind: 'wait'; readonly seconds: number | null }
  /** The access token is not good any more. */
  | { readonly kind: 'sign-in' }
  /** The cursor is not known any more: begin with the first page. */
  | { readonly kind: 'start-over' }
  | { readonly kind: 'refused'; readonly problem: Problem };
