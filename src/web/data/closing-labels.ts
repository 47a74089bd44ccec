import { labels } from '../ui/labels.ts';

export const closingLabels = labels({});
