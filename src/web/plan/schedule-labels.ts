import { labels } from '../ui/labels.ts';

/** The plan by month: targets and budget as a sheet, and planning backwards. */
export const scheduleLabels = labels({
  tab: { ja: '月別計画', en: 'By month' },
});
