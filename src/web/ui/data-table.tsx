import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { Section, type SectionProps } from './card.tsx';
import { classNames } from './class-names.ts';
import { copyTable } from './copy-table.ts';
import style from './data-table.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Numbers stand at the end of their column. */
  readonly end?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** What a spreadsheet gets; nothing stays nothing. */
  readonly text: (row: Row) => string;
  /** Names the row. */
  readonly isName?: boolean;
  readonly hideHead?: boolean;
}

export interface DataTableProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly label: string;
  /** Starts a group before a row where it differs from the row above. */
  readonly groupOf?: (row: Row) => string | undefined;
  readonly isStrong?: (row: Row) => boolean;
  /** Wide tables scroll on their own; the first column stays. */
  readonly sticky?: boolean;
}

/** A table that scrolls inside itself on narrow screens, never the page. */
export function DataTable<Row>({ columns, rows, rowKey, label, groupOf, isStrong, sticky }: DataTableProps<Row>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of form fields it is not, and a landmark of its own it should not be
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" className={style.frame} tabIndex={0} aria-label={label}>
      <table className={classNames(style.table, sticky && style.sticky)}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.key} scope="col" className={column.end ? style.end : undefined}>
                {column.hideHead ? <span className="visually-hidden">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const group = groupOf?.(row);
            const before = rows[place - 1];
            const starts = group !== undefined && (before === undefined || groupOf?.(before) !== group);
            return [
              starts && (
                <tr key={`group ${group}`}>
                  <td colSpan={columns.length} className={style.title}>
                    {group}
                  </td>
                </tr>
              ),
              <tr key={rowKey(row)} className={isStrong?.(row) ? style.strong : undefined}>
                {columns.map(column =>
                  column.isName ? (
                    <th key={column.key} scope="row">
                      {column.cell(row)}
                    </th>
                  ) : (
                    <td key={column.key} className={column.end ? style.end : undefined}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A card with a table and the button that takes it to a spreadsheet. */
export function TableSection<Row>({
  title,
  note,
  tools,
  className,
  children,
  ...table
}: DataTableProps<Row> & Pick<SectionProps, 'title' | 'note' | 'tools' | 'className' | 'children'>) {
  return (
    <Section
      title={title}
      note={note}
      className={className}
      tools={
        <>
          {tools}
          <CopyButton columns={table.columns} rows={table.rows} />
        </>
      }
    >
      <DataTable {...table} />
      {children}
    </Section>
  );
}

export function CopyButton<Row>({ columns, rows }: { readonly columns: readonly Column<Row>[]; readonly rows: readonly Row[] }) {
  const { t } = useTranslation('ui');
  const lines = () => [columns.map(column => column.head), ...rows.map(row => columns.map(column => column.text(row)))];
  return <IconButton small icon="copy" name={t('copyTable')} onClick={() => void copyTable(lines())} />;
}
