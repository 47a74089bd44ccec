import { labels } from '../ui/labels.ts';
export const dataLabels = labels({ title: { ja: '-', en: '-' } });
