import { labels } from '../ui/labels.ts';
import { auditLabels } from './audit-labels.ts';
import { closingLabels } from './closing-labels.ts';
import { dueLabels } from './due-labels.ts';
import { historyLabels } from './history-labels.ts';
import { importLabels } from './import-labels.ts';
import { peopleLabels } from './people-labels.ts';
import { previewLabels } from './preview-labels.ts';
import { qualityLabels } from './quality-labels.ts';
import { sourceLabels } from './source-labels.ts';
import { valueLabels } from './value-labels.ts';

export const dataLabels = labels({
  title: { ja: 'データ', en: 'Data' },
  tabs: { ja: 'データのページ', en: 'Pages of data' },
  sources: { ja: 'データと指標', en: 'Data and metrics' },
  import: { ja: '取り込む', en: 'Import' },
  imports: { ja: '取り込み履歴', en: 'Import history' },
  closing: { ja: '締め', en: 'Closing' },
  connections: { ja: '接続', en: 'Connections' },
  ...importLabels,
  ...previewLabels,
  ...historyLabels,
  ...sourceLabels,
  ...closingLabels,
  ...qualityLabels,
  ...valueLabels,
  ...dueLabels,
  ...peopleLabels,
  ...auditLabels,
});
