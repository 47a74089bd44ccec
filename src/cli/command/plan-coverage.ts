import { parsePlan } from '#core/plan/build-plan.ts';
import { channelName, channelOf } from '#core/plan/channel.ts';
import { type JourneyCoverage, journeyCoverage, stageOf } from '#core/plan/journey-coverage.ts';
import { STAGE_NAMES } from '#core/plan/stage-names.ts';
import { sentence } from '#core/problem/sentence.ts';
import { catalogueBeside } from '../catalogue-beside.ts';
import { readProductCatalogue } from '../catalogue-file.ts';
import { EXIT, type Exit, type Io } from '../io.ts';
import { planTextsFrom } from '../plan-texts.ts';
import { tableText } from '../table.ts';

export interface CoverageOptions {
  readonly json?: boolean;
}

/** `rashin plan coverage FILE`: stages of the journey × channels with the number of KPIs, and what is missing; needs no workspace. [CLI-33] */
export async function planCoverage(file: string, { json = false }: CoverageOptions, io: Io): Promise<Exit> {
  const texts = await planTextsFrom(file, undefined, io);
  const catalogue = texts && catalogueBeside(file, readProductCatalogue(), io);
  if (!catalogue) return EXIT.problems;
  const parsed = parsePlan(texts, catalogue);
  if (!parsed.ok) {
    for (const problem of parsed.problems)
      io.note(`${file}${problem.line === undefined ? '' : `:${problem.line}`} ${sentence(problem, io.lang)}`);
    return EXIT.problems;
  }
  const { nodes, channels } = parsed.value.plan;
  const kpis = [...nodes.values()].filter(({ role }) => role === 'kpi');
  const found = journeyCoverage(
    kpis.map(node => ({ id: node.id, stage: stageOf(node) ?? null, channel: channelOf(node) ?? null })),
    channels,
  );
  io.print(json ? JSON.stringify(found, null, 2) : coverageText(found, io));
  return EXIT.ok;
}

function coverageText({ stages, rows, gaps, unwatched }: JourneyCoverage, { lang }: Io): string {
  const t = (ja: string, en: string) => ({ ja, en })[lang];
  const count = (ids: readonly string[]) => (ids.length === 0 ? '−' : String(ids.length));
  const total = [
    t('全体', 'All'),
    ...stages.map(({ kpis }) => (kpis.length === 0 ? `◆ ${t('なし', 'none')}` : String(kpis.length))),
  ];
  const table = tableText(
    [
      { heading: t('チャネル', 'Channel') },
      ...stages.map(({ stage }) => ({ heading: STAGE_NAMES[stage][lang], align: 'right' as const })),
    ],
    [
      ...rows.map(({ channel, cells }) => [
        channel === null ? t('特定のチャネルなし', 'No single channel') : channelName(channel)[lang],
        ...cells.map(count),
      ]),
      total,
    ],
  );
  const missing = [
    ...gaps.map(stage =>
      t(`◆ 「${STAGE_NAMES[stage].ja}」の段階を見るKPIがありません。`, `◆ No KPI shows the stage "${STAGE_NAMES[stage].en}".`),
    ),
    ...unwatched.map(channel =>
      t(
        `◆ 「${channelName(channel).ja}」を使っているのに、成果を見るKPIがありません。`,
        `◆ ${channelName(channel).en} is in use, and no KPI shows what it brings.`,
      ),
    ),
  ];
  const fine = t('認知から継続まで、すべての段階にKPIがあります。', 'Every stage from awareness to retention has a KPI.');
  return [table, '', ...(missing.length === 0 ? [fine] : missing)].join('\n');
}
