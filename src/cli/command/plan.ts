import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { planJsonSchema } from '#core/plan/schema.ts';
import { sameText } from '#core/text/text.ts';
import { type Ask, connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { problemLine } from '../problem-lines.ts';
import { cannotRead } from '../read-file.ts';
import { tableText } from '../table.ts';

/** `rashin plan list` */
export async function planList(options: WorkspaceOptions & { readonly json?: boolean }, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const { plans } = valueOr(await ask('plans'));
    if (options.json) {
      io.print(JSON.stringify(plans, null, 2));
      return EXIT.ok;
    }
    const ja = io.lang === 'ja';
    const head = [
      { heading: 'ID' },
      { heading: ja ? '名称' : 'Name' },
      { heading: ja ? '期間' : 'Period' },
      { heading: ja ? '版' : 'Version' },
    ];
    const rows = plans.map(({ id, name, period, version, state }) => [
      state === 'archived' ? io.colors.dim(id) : id,
      name[io.lang],
      period ? `${period.from}〜${period.to}` : '–',
      version === null ? (ja ? '下書き' : 'draft') : String(version),
    ]);
    io.print(tableText(head, rows));
    return EXIT.ok;
  });
}

export interface PlanShown extends WorkspaceOptions {
  readonly version?: string;
  readonly json?: boolean;
}

/** `rashin plan show [PLAN]`: verdicts and problems of a stored version, and its versions. */
export async function planShow(named: string | undefined, options: PlanShown, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, named, io);
    if (plan === undefined) return EXIT.problems;
    const { version } = options;
    const answer = valueOr(await ask('plan', { plan, ...(version === undefined ? {} : { version }) }));
    if (options.json) {
      io.print(JSON.stringify(answer, null, 2));
      return EXIT.ok;
    }
    const { versions } = valueOr(await ask('planVersions', { plan }));
    const ja = io.lang === 'ja';
    io.print(io.colors.bold(answer.plan.name[io.lang]));
    for (const goal of answer.check?.goals ?? []) {
      const share = goal.period.coverage === null ? '–' : `${Math.round(goal.period.coverage * 1000) / 10}%`;
      io.print(`  ${goal.id}: ${VERDICTS[goal.verdict][io.lang]} (${share})`);
    }
    for (const { code, severity, line, message } of answer.check?.problems ?? []) {
      io.print(
        `  ${problemLine({ code, severity, ...(line === undefined ? {} : { line }) }, message[io.lang], 'plan.yaml', io)}`,
      );
    }
    const head = [
      { heading: ja ? '版' : 'Version' },
      { heading: ja ? '公開' : 'Published' },
      { heading: ja ? '公開者' : 'By' },
      { heading: ja ? '名前' : 'Names' },
      { heading: ja ? '理由' : 'Reason' },
    ];
    const rows = versions.map(({ number, publishedAt, author, names, reason }) => [
      String(number),
      publishedAt.slice(0, 10),
      author,
      names.map(name => name[io.lang]).join(', '),
      reason,
    ]);
    io.print(`\n${tableText(head, rows)}`);
    return EXIT.ok;
  });
}

const VERDICTS = {
  reaches: { ja: '届く', en: 'reaches' },
  short: { ja: '不足', en: 'falls short' },
  'cannot-tell': { ja: '判定保留', en: 'cannot tell yet' },
} as const;

export interface PlanApplied extends WorkspaceOptions {
  readonly sheet?: string;
  readonly publish?: boolean;
  readonly reason?: string;
  readonly name?: string;
}

/** `rashin plan apply FILE`: stores a plan's texts as the acting member's draft, and publishes them with `--publish`. */
export async function planApply(file: string, options: PlanApplied, io: Io): Promise<Exit> {
  const texts = readTexts(file, options.sheet, io);
  if (!texts) return EXIT.problems;
  return connected(options, io, async ({ ask }) => {
    const { check, view } = valueOr(await ask('checkTexts', { body: texts }));
    for (const { code, severity, line, message } of check.problems) {
      io.note(problemLine({ code, severity, ...(line === undefined ? {} : { line }) }, message[io.lang], file, io));
    }
    if (!view) return EXIT.problems;
    const plan = view.id;
    const exists = valueOr(await ask('plans')).plans.find(({ id }) => id === plan);
    if (exists) {
      const { draft, version } = valueOr(await ask('plan', { plan }));
      const body = { ...texts, base: version?.number ?? 0, revision: draft?.revision ?? 0 };
      valueOr(await ask('saveDraft', { plan, body }));
    } else valueOr(await ask('createPlan', { body: texts }));
    const ja = io.lang === 'ja';
    if (options.publish) return published(ask, plan, options, io);
    io.print(
      ja
        ? `「${plan}」の下書きとして保存しました。公開するには rashin plan publish ${plan}`
        : `Saved as a draft of "${plan}". To publish it: rashin plan publish ${plan}`,
    );
    const isBroken = check.problems.some(({ code, severity }) => severity === 'error' && check.inTheWay.includes(code));
    return isBroken ? EXIT.problems : EXIT.ok;
  });
}

export interface PlanPublished extends WorkspaceOptions {
  readonly reason?: string;
  readonly name?: string;
}

/** `rashin plan publish PLAN`: makes the draft a new version. */
export async function planPublish(named: string | undefined, options: PlanPublished, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, named, io);
    return plan === undefined ? EXIT.problems : published(ask, plan, options, io);
  });
}

async function published(ask: Ask, plan: string, { reason, name }: PlanPublished, io: Io): Promise<Exit> {
  const body = { reason: reason ?? '', ...(name === undefined ? {} : { name: sameText(name) }) };
  const answer = await ask('publishPlan', { plan, body });
  if (answer.kind === 'conflict') {
    const { theirs } = answer.conflict;
    io.note(
      io.lang === 'ja'
        ? `${theirs.version.author}さんが先に版${theirs.version.number}を公開しています。rashin plan export ${plan} で内容を確かめ、取り込んでからやり直してください。`
        : `${theirs.version.author} has published version ${theirs.version.number} meanwhile. Look at it with rashin plan export ${plan}, take it in, and try again.`,
    );
    return EXIT.problems;
  }
  const { kind, version } = valueOr(answer);
  const ja = io.lang === 'ja';
  if (kind === 'unchanged') io.print(ja ? `版${version.number}と同じ内容です。` : `The same as version ${version.number}.`);
  else io.print(io.colors.green(ja ? `版${version.number}として公開しました。` : `Published as version ${version.number}.`));
  return EXIT.ok;
}

export interface PlanExported extends WorkspaceOptions {
  readonly version?: string;
  /** Folder for plan.yaml and sheet.csv; the YAML goes to standard output when absent. */
  readonly out?: string;
  readonly draft?: boolean;
}

/** `rashin plan export PLAN`: exactly the stored bytes. */
export async function planExport(named: string | undefined, options: PlanExported, io: Io): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, named, io);
    if (plan === undefined) return EXIT.problems;
    const { version, draft: wantsDraft, out } = options;
    const answer = valueOr(await ask('plan', { plan, ...(version === undefined ? {} : { version }) }));
    const texts = wantsDraft ? answer.draft : answer.texts;
    if (!texts) {
      io.note(
        io.lang === 'ja'
          ? '公開された版がありません。--draft で下書きを書き出せます。'
          : 'Nothing is published yet. Export the draft with --draft.',
      );
      return EXIT.problems;
    }
    if (out === undefined) {
      process.stdout.write(texts.yaml);
      return EXIT.ok;
    }
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'plan.yaml'), texts.yaml);
    if (texts.sheet !== '') writeFileSync(join(out, 'sheet.csv'), texts.sheet);
    io.print(join(out, 'plan.yaml'));
    return EXIT.ok;
  });
}

/** `rashin plan schema`: JSON Schema of plan.yaml for editors. */
export async function planSchema(io: Io): Promise<Exit> {
  io.print(JSON.stringify(planJsonSchema(), null, 2));
  return EXIT.ok;
}

function readTexts(
  file: string,
  sheet: string | undefined,
  io: Io,
): { readonly yaml: string; readonly sheet: string } | undefined {
  const beside = join(dirname(file), 'sheet.csv');
  const sheetFile = sheet ?? (existsSync(beside) ? beside : undefined);
  let reading = file;
  try {
    const yaml = readFileSync(file, 'utf8');
    reading = sheetFile ?? file;
    return { yaml, sheet: sheetFile === undefined ? '' : readFileSync(sheetFile, 'utf8') };
  } catch (error) {
    io.note(cannotRead(reading, error, io));
    return undefined;
  }
}
