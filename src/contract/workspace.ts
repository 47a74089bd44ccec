import { z } from 'zod';
import type { FormatSettings } from '#core/text/format-settings.ts';
import { calendarSettings } from './calendar.ts';
import { carries } from './carries.ts';
import { freshness } from './dataset.ts';
import { endpoint } from './endpoint.ts';
import { member } from './member.ts';
import { planEntry } from './plan.ts';
import { day, list, text } from './scalar.ts';

export const formatSettings = carries<FormatSettings>()(
  z.strictObject({
    money: z.enum(['auto', 'yen', 'thousand', 'million', 'man', 'oku']),
    negative: z.enum(['minus', 'triangle', 'brackets']),
    change: z.enum(['index', 'change']),
  }),
);

const workspaceView = z
  .strictObject({
    name: text,
    /** Filled with the demo company's data. */
    isDemo: z.boolean(),
    /** Today where the workspace is: the first day that is not over. */
    today: day,
    calendar: calendarSettings,
    currency: z.string(),
    format: formatSettings,
    members: list(member),
    plans: list(planEntry),
    sources: list(freshness),
    /** Rows may be missing from the data store, and figures are not shown until it is rebuilt. */
    degraded: z.enum(['log-damaged', 'file-damaged', 'rows-missing']).nullable(),
  })
  .meta({ id: 'Workspace' });

export const workspace = endpoint({
  method: 'GET',
  path: '/api/workspace',
  concept: 'workspace',
  summary: { ja: 'ワークスペースの概要', en: 'The workspace: today, people, plans, data sources, number formats' },
  response: workspaceView,
});

export const putWorkspaceSettings = endpoint({
  method: 'PUT',
  path: '/api/workspace/settings',
  concept: 'workspace',
  summary: { ja: 'ワークスペースの設定の変更', en: 'Changes settings of the workspace; what is not mentioned stays' },
  body: z.strictObject({
    name: text.exactOptional(),
    calendar: calendarSettings.exactOptional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .exactOptional(),
    format: formatSettings.exactOptional(),
  }),
  response: workspaceView,
});
