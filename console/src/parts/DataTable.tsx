import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconSelector } from '@tabler/icons-react';
import {
  type ColumnDef,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import { text } from '~/text/en';
import styles from './DataTable.module.css';
import { usePhone } from './usePhone';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
});

export interface Column<Row extends RowData> {
  id: string;
  name: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; a column without it keeps the order of the answer. */
  sortBy?: (row: Row) => number | string | undefined;
  /** Numbers stand at the end, so that their digits align. */
  end?: boolean;
  /** Left out of the list on a phone. */
  deskOnly?: boolean;
}

interface Props<Row extends RowData> {
  /** What the table holds, for those who cannot see it. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Rows hold one link each (in the first column), and are one target. */
  linked?: boolean;
  /** The row that the page is about. */
  selected?: (row: Row) => boolean;
}

/** Rows and columns; on a phone a list, where the first column is the heading of each item. */
export function DataTable<Row extends RowData>({
  caption,
  columns,
  rows,
  rowKey,
  linked = false,
  selected,
}: Props<Row>) {
  const phone = usePhone();
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.name,
          accessorFn: row => column.sortBy?.(row),
          enableSorting: column.sortBy !== undefined,
          sortUndefined: 'last',
          cell: cell => column.cell(cell.row.original),
        }),
      ),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowKey });
  const ordered = table.getRowModel().rows.map(row => row.original);

  if (phone) {
    const [lead, ...rest] = columns;
    return (
      <ul className={styles.list} aria-label={caption}>
        {ordered.map(row => (
          <li key={rowKey(row)} className={linked ? styles.linkedItem : undefined} data-selected={selected?.(row)}>
            <div className={styles.itemHead}>{lead?.cell(row)}</div>
            <dl className={styles.itemBody}>
              {rest
                .filter(column => !column.deskOnly)
                .map(column => {
                  const value = column.cell(row);
                  return value === null || value === undefined || value === '' ? null : (
                    <div key={column.id} className={styles.itemFact}>
                      <dt>{column.name}</dt>
                      <dd>{value}</dd>
                    </div>
                  );
                })}
            </dl>
          </li>
        ))}
      </ul>
    );
  }

  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(column => {
              const sorting = table.getColumn(column.id);
              const order = sorting?.getIsSorted() || undefined;
              return (
                <th
                  key={column.id}
                  scope="col"
                  data-end={column.end}
                  aria-sort={order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : undefined}
                >
                  {column.sortBy ? (
                    <UnstyledButton
                      className={styles.sort}
                      onClick={() => sorting?.toggleSorting()}
                      title={text.common.sortBy(column.name)}
                    >
                      {column.name}
                      <SortMark order={order} />
                    </UnstyledButton>
                  ) : (
                    column.name
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {ordered.map(row => (
            <tr key={rowKey(row)} className={linked ? styles.linked : undefined} data-selected={selected?.(row)}>
              {columns.map(column => (
                <td key={column.id} data-end={column.end}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortMark({ order }: { order: 'asc' | 'desc' | undefined }) {
  const Icon = order === 'asc' ? IconChevronUp : order === 'desc' ? IconChevronDown : IconSelector;
  return <Icon size={14} stroke={1.8} aria-hidden className={order ? undefined : styles.unsorted} />;
}
