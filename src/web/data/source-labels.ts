import { labels } from '../ui/labels.ts';

export const sourceLabels = labels({});
