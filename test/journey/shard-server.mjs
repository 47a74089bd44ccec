import { createServer } from 'node:http';
import { argv, stdout } from 'node:process';
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';

/**
 * `node shard-server.mjs FOLDER`: a ClickHouse of its own process behind the HTTP interface that the official client speaks: SQL as
 * the body, as a field of a form, or as `query` with rows as the body; parameters as `param_*`, settings as the rest. Prints its port.
 */
const client = createClient({ connection: createChdbConnection({ path: argv[2] }) });
const OWN = new Set(['query', 'query_id', 'database', 'session_id']);

const server = createServer({ maxHeaderSize: 2 ** 24 }, async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const { body, fields } = await bodyOf(request);
  for (const [name, value] of fields) url.searchParams.set(name, value);
  try {
    const answer = await client.exec({ ...statementOf(url, body), ...variablesOf(url) });
    response.end(await bytesOf(answer.stream));
  } catch (error) {
    const message = String(error.cause?.message ?? error.message);
    response.writeHead(500, { 'x-clickhouse-exception-code': String(error.code ?? '1') });
    response.end(message.startsWith('Code:') ? message : `Code: ${error.code}. DB::Exception: ${message} (${error.type})`);
  }
});
server.listen(0, '127.0.0.1', () => stdout.write(`${server.address().port}\n`));

/** Long parameters come as the fields of a form, with the query among them. */
async function bodyOf(request) {
  const bytes = await bytesOf(request);
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return { body: bytes.toString('utf8'), fields: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return { body: '', fields: [...form] };
}

function statementOf(url, body) {
  const query = url.searchParams.get('query');
  return { query: query === null ? body : `${query}\n${body}` };
}

function variablesOf(url) {
  const all = [...url.searchParams].filter(([name]) => !OWN.has(name));
  const isParam = ([name]) => name.startsWith('param_');
  return {
    query_params: Object.fromEntries(all.filter(isParam).map(([name, value]) => [name.slice('param_'.length), value])),
    clickhouse_settings: Object.fromEntries(all.filter(each => !isParam(each))),
  };
}

async function bytesOf(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
