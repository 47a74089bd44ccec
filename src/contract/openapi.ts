import { z } from 'zod';
import { api } from './api.ts';
import type { Endpoint } from './endpoint.ts';
import { failureBody, problemsBody } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made from the endpoints. [API-03] `version`: that of the product. */
export function openApi(version: string): Json {
  const schemas = new Schemas();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, endpoint] of Object.entries(api)) {
    const path = endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(id, endpoint, schemas) };
  }
  const named = { Problems: schemas.of(problemsBody, 'output'), Failure: schemas.of(failureBody, 'output') };
  return {
    openapi: '3.1.0',
    info: { title: 'Rashin', version, license: { name: 'MIT', identifier: 'MIT' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    tags: [...new Set(Object.values(api).map(endpoint => endpoint.concept))].map(name => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.named, ...named },
      securitySchemes: { program: { type: 'http', scheme: 'bearer', description: 'Token in server.json of the workspace' } },
    },
  };
}

function operation(id: string, endpoint: Endpoint, schemas: Schemas): Json {
  const { summary, concept, params, query, headers, body, response, conflict, long } = endpoint;
  const parameters = [
    ...parametersOf(params, 'path', schemas),
    ...parametersOf(query, 'query', schemas),
    ...parametersOf(headers, 'header', schemas).filter(({ name }) => name !== 'content-type'),
    ...memberHeader(endpoint),
  ];
  return {
    operationId: id,
    summary: summary.en,
    description: long ? `${summary.ja}\n\nGoes on after its answer: see the job.` : summary.ja,
    tags: [concept],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: requestBody(endpoint, body, schemas) }),
    responses: {
      '200': { description: 'Done', content: json(schemas.of(response, 'output')) },
      ...(conflict ? { '409': { description: 'Someone else was faster', content: json(schemas.of(conflict, 'output')) } } : {}),
      '4XX': { description: 'Something the caller can put right', content: json({ $ref: '#/components/schemas/Problems' }) },
      '5XX': { description: 'The environment failed', content: json({ $ref: '#/components/schemas/Failure' }) },
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query' | 'header', schemas: Schemas): readonly Json[] {
  if (!schema) return [];
  const { required } = schemas.of(schema, 'input');
  return Object.entries(schema.shape).map(([name, field]) => ({
    name,
    in: place,
    required: Array.isArray(required) && required.includes(name),
    schema: schemas.of(field, 'input'),
  }));
}

/** Every change is stored under the name of the acting member. */
function memberHeader({ method, readsOnly }: Endpoint): readonly Json[] {
  const required = method !== 'GET' && readsOnly !== true;
  return [
    { name: 'x-rashin-member', in: 'header', required, schema: { type: 'string' }, description: 'Id of the acting member' },
  ];
}

function requestBody({ headers }: Endpoint, body: z.ZodType | 'bytes', schemas: Schemas): Json {
  if (body === 'bytes') {
    const kinds = headers?.shape['content-type'];
    const types = kinds instanceof z.ZodEnum ? kinds.options.map(String) : ['application/octet-stream'];
    const schema = { type: 'string', format: 'binary' };
    return { required: true, content: Object.fromEntries(types.map(type => [type, { schema }])) };
  }
  return { required: true, content: json(schemas.of(body, 'input')) };
}

function json(schema: Json): Json {
  return { 'application/json': { schema } };
}

/** Turns schemas into JSON Schema; those with an id are written once, under their name. */
class Schemas {
  readonly named: Record<string, unknown> = {};

  of(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
    const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
    for (const [name, definition] of Object.entries($defs ?? {})) this.named[name] = lifted(definition);
    return lifted(rest);
  }
}

/** References into a schema's own definitions become references to the document's, and their own ids are dropped. */
function lifted(schema: object): Json {
  const moved: unknown = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
    (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value),
  );
  return { ...(typeof moved === 'object' ? moved : {}) };
}
