import { putAppSettings } from '../app/app-settings.ts';
import { publishMetricDefinitions } from '../app/metric-definitions.ts';
import { beginPlan } from '../app/plan-drafts.ts';
import { publish } from '../app/plan-publishing.ts';
import { putMember } from '../ledger/member-store.ts';
import { actSteps } from './act/act-steps.ts';
import { demoData } from './demo-data.ts';
import { CALENDAR, day } from './demo-days.ts';
import { demoFiles } from './demo-files.ts';
import { importDemoFiles } from './import-demo-file.ts';
import { METRICS_YAML } from './metrics-text.ts';
import { COMPANY, PEOPLE } from './people.ts';
import { DEMO_PLAN } from './plan/plan-text.ts';
import { type DemoVersion, ORIGINAL, REVISED } from './plan/plan-versions.ts';
import { type Step, sound } from './step.ts';

/** Everything that happened, in order. [DMO-05] */
export function demoSteps(): readonly Step[] {
  const steps = [setUp(), begin(), ...[ORIGINAL, REVISED].map(publication), ...imports(), ...actSteps()];
  return steps
    .map((step, index) => ({ step, index, at: `${step.on} ${step.time}` }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index))
    .map(({ step }) => step);
}

function setUp(): Step {
  return {
    on: day('2026-03-24'),
    time: '10:00',
    doing: { ja: 'デモ会社を準備しています', en: 'Setting up the demo company' },
    weight: 4,
    act: async app => {
      await app.workspace.ledger.change('system', async change => {
        for (const member of PEOPLE) sound(await putMember(change, member));
      });
      await putAppSettings(app, 'system', { name: COMPANY, calendar: CALENDAR, currency: 'JPY', isDemo: true });
      sound(await publishMetricDefinitions(app, 'it/nakamura', METRICS_YAML, 0));
    },
  };
}

function begin(): Step {
  return {
    on: day('2026-03-25'),
    time: '13:00',
    doing: { ja: '計画を作成しています', en: 'Writing the plan' },
    weight: 1,
    act: async app => {
      const begun = await beginPlan(app, ORIGINAL.author, { yaml: ORIGINAL.yaml, sheet: ORIGINAL.sheet });
      if (begun.kind !== 'begun') throw new Error(`the demo's plan was refused: ${JSON.stringify(begun)}`);
    },
  };
}

function publication({ name, yaml, sheet, reason, author, published, holdsFrom }: DemoVersion, base: number): Step {
  return {
    on: published,
    time: '17:00',
    doing: { ja: '計画を公開しています', en: 'Publishing the plan' },
    weight: 1,
    act: async app => {
      const texts = { yaml, sheet, base };
      const result = await publish(app, author, { plan: DEMO_PLAN, reason, texts, effectiveFrom: holdsFrom, name });
      if (result.published.kind !== 'published')
        throw new Error(`the demo's plan was refused: ${JSON.stringify(result.published)}`);
    },
  };
}

/** One step per day on which files come in. */
function imports(): readonly Step[] {
  const files = demoFiles(demoData());
  return [...new Set(files.map(({ arrives }) => arrives))].map(on => {
    const arrived = files.filter(({ arrives }) => arrives === on);
    return {
      on,
      time: '19:00',
      doing: { ja: 'データを取り込んでいます', en: 'Importing the data' },
      weight: arrived.length * 5,
      act: (app, onShare) => importDemoFiles(app, arrived, onShare),
    };
  });
}
