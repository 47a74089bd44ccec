/**
 * A plan of an invented shop with `nodes` nodes, and the same arithmetic as formulas over numbered inputs, so that others can calculate it too.
 * Revenue is the sum of regions, a region the sum of its shops, and a shop's revenue is visitors × purchase rate × order value in every month.
 *
 * @param {number} nodes at least 7
 * @returns {{ yaml: string, nodes: number, months: number, inputs: { name: string, value: number }[], formulas: { name: string, text: string }[], goal: string }}
 *   `inputs` are monthly values; `formulas` come in an order in which each uses only what stands before it; names are plain words
 */
export function bigPlan(nodes) {
  const shops = Math.floor((nodes - 1 - REGIONS) / 5);
  const [inputs, formulas, kpis] = [[], [], []];
  const regions = Array.from({ length: REGIONS }, () => []);
  for (let shop = 0; shop < shops; shop++) {
    const [visitors, rate, value] = [1_000 + ((shop * 37) % 900), 10 + ((shop * 7) % 30), 3_000 + ((shop * 131) % 5_000)];
    const name = part => `${part}-${shop}`;
    inputs.push({ name: word(name('visitors')), value: visitors });
    inputs.push({ name: word(name('rate')), value: rate / 1000 });
    inputs.push({ name: word(name('value')), value });
    kpis.push(`  visitors-${shop}: { unit: count of visitor, target: ${visitors} per month, owner: shop/s${shop} }`);
    kpis.push(`  rate-${shop}: { unit: ratio of order over visitor, target: ${rate / 10}%, owner: shop/s${shop} }`);
    kpis.push(`  value-${shop}: { unit: money per order, target: ${value}円, owner: shop/s${shop} }`);
    formula(name('orders'), `${name('visitors')} * ${name('rate')}`, 'count of order');
    formula(name('revenue'), `${name('orders')} * ${name('value')}`, 'money');
    regions[shop % REGIONS]?.push(name('revenue'));
  }
  regions.forEach((revenues, region) => {
    formula(`region-${region}`, revenues.join(' + '), 'money');
  });
  const equals = regions.map((_, region) => `region-${region}`).join(' + ');
  formulas.push({ name: 'total', text: word(equals) });
  const yaml = `rashin: 1
plan: big
name: { ja: 大きな計画, en: A big plan }
period: 2026-04-01/2027-03-31
currency: JPY
goals:
  total: { unit: money, target: 100億円 by 2027-03-31, equals: ${equals}, owner: shop/lead }
kpis:
${kpis.join('\n')}
`;
  return { yaml, nodes: 1 + kpis.length, months: 12, inputs, formulas, goal: 'total' };

  function formula(name, text, unit) {
    formulas.push({ name: word(name), text: word(text) });
    kpis.push(`  ${name}: { unit: ${unit}, equals: ${text} }`);
  }
}

const REGIONS = 4;

/** Names as most formula languages allow them. */
function word(text) {
  return text.replaceAll(/-(?=\d)/g, '_');
}
