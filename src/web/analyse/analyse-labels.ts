import { labels } from '../ui/labels.ts';
export const analyseLabels = labels({ title: { ja: '-', en: '-' } });
