/**
 * The order lines of a CSV as a table of plain DuckDB, typed as somebody would who knows the file.
 *
 * @param {import('@duckdb/node-api').DuckDBConnection} connection
 * @param {string} csv
 */
export async function createOrderLines(connection, csv) {
  await connection.run(`CREATE TABLE order_lines AS SELECT * FROM read_csv('${csv.replaceAll("'", "''")}', header = true, quote = '"', columns = {
    'invoice': 'VARCHAR', 'stock_code': 'VARCHAR', 'description': 'VARCHAR', 'quantity': 'INTEGER',
    'invoice_date': 'TIMESTAMP', 'unit_price': 'DECIMAL(12, 3)', 'customer': 'VARCHAR', 'country': 'VARCHAR' })`);
}
