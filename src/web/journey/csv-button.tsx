import { useTranslation } from 'react-i18next';
import { downloadText } from '../plan/download-text.ts';
import { IconButton } from '../ui/button.tsx';
import type { Column } from '../ui/data-table.tsx';

/** Hands the table over as a CSV file that Excel opens as it should. */
export function CsvButton<Row>({
  name,
  columns,
  rows,
}: {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}) {
  const { t } = useTranslation('journey');
  const lines = () => [columns.map(({ head }) => head), ...rows.map(row => columns.map(({ text }) => text(row)))];
  const csv = () =>
    `\uFEFF${lines()
      .map(line => line.map(quoted).join(','))
      .join('\r\n')}\r\n`;
  return <IconButton small icon="file" name={t('csv')} onClick={() => downloadText(`${name}.csv`, csv())} />;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
