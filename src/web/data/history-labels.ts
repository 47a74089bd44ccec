import { labels } from '../ui/labels.ts';

export const historyLabels = labels({});
