import { DuckDBInstance } from '@duckdb/node-api';

/** Orders of a shop's file, `{ customer, time, cents }` each; a line without a customer is left out. */
export async function shopOrders(file, product, { onlySales = false } = {}) {
  return file.endsWith('.xlsx') ? workbookOrders(file, product) : lineOrders(file, onlySales);
}

/** The first sheet with the columns OrderDate, UserId, TotalCharges; read by the product. */
async function workbookOrders(file, { openArchive, openWorkbook, sheetRows }) {
  const archive = await openArchive(file);
  try {
    const workbook = await openWorkbook(archive, () => undefined);
    for (const sheet of workbook.sheets) {
      const rows = [];
      for await (const batch of sheetRows(workbook, sheet, [], () => undefined))
        for (let row = 0; row < batch.rows; row++) rows.push(batch.texts(row));
      const header = rows.findIndex(row => row.includes('UserId'));
      if (header < 0) continue;
      const at = name => rows[header].indexOf(name);
      const [date, user, charges] = [at('OrderDate'), at('UserId'), at('TotalCharges')];
      return rows.slice(header + 1).map(row => ({
        customer: row[user],
        time: Date.parse(`${row[date].replaceAll('/', '-').slice(0, 10)}T00:00:00Z`),
        cents: Math.round(100 * Number(row[charges])),
      }));
    }
    throw new Error(`no sheet of ${file} has a column UserId`);
  } finally {
    archive.close();
  }
}

async function lineOrders(file, onlySales) {
  const instance = await DuckDBInstance.create();
  const db = await instance.connect();
  try {
    const sales = onlySales ? ` and not starts_with(InvoiceNo, 'C') and Quantity::int > 0 and UnitPrice::double > 0` : '';
    const found = await db.runAndReadAll(
      `select CustomerID customer, epoch_ms(InvoiceDate::timestamp)::double as time, round(100 * Quantity::int * UnitPrice::double)::int cents
       from read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true) where CustomerID <> ''${sales}`,
    );
    return found.getRowObjects();
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
