/**
 * What others have published about two shops' orders, and how to ask for it. `cohort` counts cohorts from the shop's first month;
 * `month` is the distance from the cohort's own.
 */
export const PUBLISHED = [
  {
    shop: 'Relay Foods',
    file: 'relay_foods/relay-foods.xlsx',
    months: { first: '2009-01', count: 15 },
    facts: [
      ...[22, 15, 13, 39, 50].map((expected, cohort) => ({
        what: `customers of cohort ${cohort + 1}`,
        expected,
        of: triangle => triangle.cohorts[cohort]?.people,
      })),
      { what: 'cohort 2009-01 in month 1, %', expected: 36.36, of: triangle => share(triangle, 0, 1) },
      { what: 'cohort 2009-01 in month 12, %', expected: 50, of: triangle => share(triangle, 0, 12) },
    ],
  },
  {
    shop: 'Online Retail, cancellations kept',
    file: 'online_retail/online_retail.csv.gz',
    months: { first: '2010-12', count: 13 },
    facts: [
      { what: 'order lines with a customer', expected: 406_829, of: (_, contents) => contents.events },
      { what: 'customers', expected: 4372, of: (_, contents) => contents.people },
      { what: 'customers of cohort 2010-12', expected: 948, of: triangle => triangle.cohorts[0]?.people },
      { what: 'of these back in month 1', expected: 362, of: triangle => triangle.cohorts[0]?.cells[1]?.people },
    ],
  },
  {
    shop: 'Online Retail, cancellations dropped',
    file: 'online_retail/online_retail.csv.gz',
    months: { first: '2010-12', count: 13 },
    onlySales: true,
    facts: [
      { what: 'customers of cohort 2010-12', expected: 885, of: triangle => triangle.cohorts[0]?.people },
      { what: 'of these back in month 1', expected: 324, of: triangle => triangle.cohorts[0]?.cells[1]?.people },
    ],
  },
];

/** In percent, with the two digits that were published. */
function share({ cohorts }, cohort, month) {
  const found = cohorts[cohort]?.cells[month]?.share;
  return typeof found === 'number' ? Number((100 * found).toFixed(2)) : undefined;
}
