import { labels } from '../ui/labels.ts';
export const meetLabels = labels({ title: { ja: '-', en: '-' } });
