import { labels } from '../ui/labels.ts';
export const planLabels = labels({ title: { ja: '-', en: '-' } });
