/** The months of the plan. */
const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map(
  month => `${month < 4 ? 2027 : 2026}-${String(month).padStart(2, '0')}`,
);

type Twelve = readonly [number, number, number, number, number, number, number, number, number, number, number, number];

/** Monthly targets and planned money of an edition; money in 10,000 yen. */
export interface SheetEdition {
  readonly revenue: Twelve;
  readonly leads: Twelve;
  readonly budget: readonly { readonly medium: string; readonly months: Twelve }[];
}

/** sheet.csv of the demo company. [DMO-10] */
export function planSheet({ revenue, leads, budget }: SheetEdition): string {
  const yen = (amounts: Twelve): readonly number[] => amounts.map(amount => amount * 10_000);
  const rows = [
    ['node', 'kind', 'department', 'medium', ...MONTHS],
    ['contract-revenue', 'target', '', '', ...yen(revenue)],
    ['leads', 'target', '', '', ...leads],
    ...budget.map(({ medium, months }) => ['leads', 'budget', '', medium, ...yen(months)]),
  ];
  return `${rows.map(row => row.join(',')).join('\r\n')}\r\n`;
}
