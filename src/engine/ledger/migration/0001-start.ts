import { type CreateTableBuilder, type Kysely, type Migration, sql } from 'kysely';

/** The first tables. What is once released is never edited: later changes are migrations of their own. */
export const start: Migration = {
  up: async (db: Kysely<unknown>) => {
    await createOrganisation(db);
    await createPlans(db);
    await createData(db);
    await createAction(db);
    await createJournal(db);
  },
};

type Columns = 'text' | 'text?' | 'integer';

function table<C extends string>(
  db: Kysely<unknown>,
  name: string,
  columns: Readonly<Record<C, Columns>>,
  key: readonly NoInfer<C>[],
): CreateTableBuilder<string, C> {
  const kinds = Object.entries<Columns>(columns);
  const empty: CreateTableBuilder<string, C> = db.schema.createTable(name);
  const filled = kinds.reduce(
    (built, [column, kind]) =>
      kind === 'text?' ? built.addColumn(column, 'text') : built.addColumn(column, kind, definition => definition.notNull()),
    empty,
  );
  return filled.addPrimaryKeyConstraint(`${name}_key`, [...key]);
}

async function createOrganisation(db: Kysely<unknown>): Promise<void> {
  const member = { id: 'text', name: 'text', department: 'text?', role: 'text', active: 'integer' } as const;
  await table(db, 'member', member, ['id']).execute();
  await table(db, 'setting', { scope: 'text', key: 'text', value: 'text' }, ['scope', 'key']).execute();
}

async function createPlans(db: Kysely<unknown>): Promise<void> {
  const plan = { id: 'text', name_ja: 'text', name_en: 'text', state: 'text', created_at: 'text', created_by: 'text' } as const;
  await table(db, 'plan', plan, ['id']).execute();
  const version = {
    plan: 'text',
    number: 'integer',
    yaml: 'text',
    yaml_hash: 'text',
    sheet: 'text',
    sheet_hash: 'text',
    base: 'integer',
    author: 'text',
    reason: 'text',
    definitions_hash: 'text',
    effective_from: 'text',
    published_at: 'text',
  } as const;
  await table(db, 'plan_version', version, ['plan', 'number'])
    .addForeignKeyConstraint('plan_version_plan', ['plan'], 'plan', ['id'])
    .execute();
  await neverChanged(db, 'plan_version');
  const name = { plan: 'text', number: 'integer', name_ja: 'text', name_en: 'text', at: 'text', by: 'text' } as const;
  await table(db, 'plan_version_name', name, ['plan', 'name_ja'])
    .addForeignKeyConstraint('plan_version_name_version', ['plan', 'number'], 'plan_version', ['plan', 'number'])
    .execute();
  const node = {
    plan: 'text',
    version: 'integer',
    node: 'text',
    kind: 'text',
    metric: 'text?',
    owner: 'text?',
    name_ja: 'text',
    name_en: 'text',
  } as const;
  await table(db, 'plan_node', node, ['plan', 'version', 'node'])
    .addForeignKeyConstraint('plan_node_version', ['plan', 'version'], 'plan_version', ['plan', 'number'])
    .execute();
  const draft = {
    plan: 'text',
    member: 'text',
    yaml: 'text',
    sheet: 'text',
    base: 'integer',
    revision: 'integer',
    updated_at: 'text',
  } as const;
  await table(db, 'draft', draft, ['plan', 'member']).addForeignKeyConstraint('draft_plan', ['plan'], 'plan', ['id']).execute();
}

async function createData(db: Kysely<unknown>): Promise<void> {
  const definition = {
    kind: 'text',
    name: 'text',
    number: 'integer',
    text: 'text',
    text_hash: 'text',
    author: 'text',
    at: 'text',
  } as const;
  await table(db, 'definition', definition, ['kind', 'name', 'number']).execute();
  await neverChanged(db, 'definition');
  const batch = {
    id: 'text',
    dataset: 'text',
    mapping: 'text',
    mapping_version: 'integer',
    file_name: 'text',
    received_hash: 'text',
    file_hash: 'text',
    content_hash: 'text',
    encoding: 'text',
    from_day: 'text',
    to_day: 'text',
    rows: 'integer',
    skipped: 'text',
    totals: 'text',
    decision: 'text',
    scope: 'text',
    replaces: 'text',
    received_at: 'text',
    received_by: 'text',
    state: 'text',
    undone_at: 'text?',
    undone_by: 'text?',
  } as const;
  await table(db, 'batch', batch, ['id']).execute();
  await index(db, 'batch', ['dataset', 'content_hash']);
  await index(db, 'batch', ['file_hash']);
  const close = { id: 'text', source: 'text', period: 'text', state: 'text', at: 'text', by: 'text', note: 'text' } as const;
  await table(db, 'period_close', close, ['id']).execute();
  await index(db, 'period_close', ['period', 'source']);
  await neverChanged(db, 'period_close');
}

async function createAction(db: Kysely<unknown>): Promise<void> {
  const initiative = {
    id: 'text',
    title: 'text',
    hypothesis: 'text',
    expected: 'text?',
    cost: 'text?',
    owner: 'text',
    contributors: 'text',
    start: 'text?',
    due: 'text',
    evidence: 'text',
    follows: 'text?',
    details: 'text',
    stage: 'text',
    started_on: 'text?',
    closing: 'text?',
    revision: 'integer',
  } as const;
  await table(db, 'initiative', initiative, ['id']).execute();
  await index(db, 'initiative', ['owner']);
  await table(db, 'initiative_kpi', { initiative: 'text', position: 'integer', plan: 'text', node: 'text' }, [
    'initiative',
    'position',
  ])
    .addForeignKeyConstraint('initiative_kpi_initiative', ['initiative'], 'initiative', ['id'])
    .execute();
  await index(db, 'initiative_kpi', ['plan', 'node']);
  const toDo = {
    id: 'text',
    title: 'text',
    owner: 'text',
    due: 'text',
    note: 'text',
    initiative: 'text?',
    done_on: 'text?',
    done_by: 'text?',
    revision: 'integer',
  } as const;
  await table(db, 'to_do', toDo, ['id']).execute();
  await index(db, 'to_do', ['owner', 'done_on']);
  const comment = {
    id: 'text',
    plan: 'text',
    node: 'text',
    period: 'text',
    cause: 'text',
    countermeasure: 'text',
    author: 'text',
    written_at: 'text',
    revision: 'integer',
  } as const;
  await table(db, 'comment', comment, ['id']).execute();
  await index(db, 'comment', ['plan', 'period', 'node']);
  const annotation = {
    id: 'text',
    plan: 'text?',
    node: 'text?',
    from_day: 'text',
    to_day: 'text',
    text: 'text',
    source: 'text',
    source_id: 'text?',
    revision: 'integer',
  } as const;
  await table(db, 'annotation', annotation, ['id']).execute();
  await index(db, 'annotation', ['from_day']);
  const lesson = {
    id: 'text',
    initiative: 'text?',
    title: 'text',
    hypothesis: 'text',
    lesson: 'text',
    kpis: 'text',
    outcome: 'text?',
    verdict: 'text?',
    channel: 'text?',
    industry: 'text?',
    searched: 'text',
    at: 'text',
    revision: 'integer',
  } as const;
  await table(db, 'lesson', lesson, ['id']).execute();
  const page = { id: 'text', initiative: 'text?', title: 'text', body: 'text', at: 'text', revision: 'integer' } as const;
  await table(db, 'procedure_page', page, ['id']).execute();
}

async function createJournal(db: Kysely<unknown>): Promise<void> {
  const journal = {
    id: 'text',
    at: 'text',
    by: 'text',
    action: 'text',
    object_type: 'text',
    object_id: 'text',
    before: 'text?',
    after: 'text?',
  } as const;
  await table(db, 'journal', journal, ['id']).execute();
  await index(db, 'journal', ['object_type', 'object_id']);
  await index(db, 'journal', ['at']);
  await neverChanged(db, 'journal');
}

async function index(db: Kysely<unknown>, table: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex([table, ...columns].join('_'))
    .on(table)
    .columns([...columns])
    .execute();
}

/** Rows that are history are added, never changed or removed; the database itself refuses it. */
async function neverChanged(db: Kysely<unknown>, table: string): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger ${table}_no_${change} before ${change} on ${table} begin select raise(abort, '${table} is never changed'); end`,
      )
      .execute(db);
  }
}
