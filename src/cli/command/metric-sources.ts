import { connected, valueOr, type WorkspaceOptions } from '../connect.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planMeant } from '../plan-meant.ts';
import { tableText } from '../table.ts';

/** `rashin metrics sources`: where every KPI of a plan gets its values from, those without a source first. [MEA-01] */
export async function metricSources(
  options: WorkspaceOptions & { readonly plan?: string; readonly json?: boolean },
  io: Io,
): Promise<Exit> {
  return connected(options, io, async ({ ask }) => {
    const plan = await planMeant(ask, options.plan, io);
    if (plan === undefined) return EXIT.problems;
    const { nodes } = valueOr(await ask('planSources', { plan }));
    if (options.json) {
      io.print(JSON.stringify(nodes, null, 2));
      return EXIT.ok;
    }
    const { lang } = io;
    const ja = lang === 'ja';
    const by = {
      workspace: ja ? 'データから' : 'from data',
      catalogue: ja ? '一覧の計算式' : "the catalogue's formula",
      plan: ja ? '計画の計算式' : "the plan's formula",
      none: ja ? '■ データ元なし' : '■ no source',
    };
    const head = [
      { heading: 'KPI' },
      { heading: ja ? '測り方' : 'Measured' },
      { heading: ja ? 'データ元' : 'Source' },
      { heading: ja ? 'データの最終日' : 'Data through' },
    ];
    const separator = ja ? '、' : ', ';
    const rows = nodes
      .toSorted((a, b) => Number(a.measurable) - Number(b.measurable))
      .map(({ name, by: how, sources, missing }) => [
        name[lang],
        by[how],
        sources.length > 0
          ? sources.map(({ name: data, source }) => source?.[lang] ?? data[lang]).join(separator)
          : missing.map(one => one.name[lang]).join(separator),
        sources
          .flatMap(({ through }) => through ?? [])
          .toSorted()
          .at(0) ?? '',
      ]);
    io.print(tableText(head, rows));
    const without = nodes.filter(({ measurable }) => !measurable).length;
    io.print(
      ja ? `${nodes.length}件のうち、データ元のないKPIは${without}件です。` : `${without} of ${nodes.length} have no source.`,
    );
    return EXIT.ok;
  });
}
