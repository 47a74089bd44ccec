import { defaultCalendar } from '../calendar/calendar-settings.ts';
import { monthKey, planMonths } from '../plan/month-bounds.ts';
import type { PlanDraft } from './print-plan.ts';

/** The plan's sheet: a column for each month, a line for each node whose target rises in steps. Other targets stand in plan.yaml. [TPL-05] */
export function sheetCsv({ period, goals, kpis }: Pick<PlanDraft, 'period' | 'goals' | 'kpis'>): string {
  const months = planMonths({ period, calendar: defaultCalendar }).map(monthKey);
  const lines = [...goals, ...kpis].flatMap(({ id, milestones }) => {
    if (!milestones) return [];
    const cells = months.map((_, i) => milestones.find(({ after }) => after === i + 1)?.value ?? '');
    return [[id, 'target', '', '', ...cells].map(quoted).join(',')];
  });
  return `${[['node', 'kind', 'department', 'medium', ...months].join(','), ...lines].join('\n')}\n`;
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
