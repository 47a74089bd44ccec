import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';

/** Compiles every formula, evaluates all of them month by month in their order, and gives the goal's year. */
export async function mathjs() {
  const { compile } = await import('mathjs');
  return plan => {
    const compiled = plan.formulas.map(({ name, text }) => ({ name, code: compile(text) }));
    let year = 0;
    for (let month = 0; month < plan.months; month++) {
      const scope = Object.fromEntries(plan.inputs.map(({ name, value }) => [name, value]));
      for (const { name, code } of compiled) scope[name] = code.evaluate(scope);
      year += scope[plan.goal];
    }
    return year;
  };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const calculate = await mathjs();
  console.log(calculate(JSON.parse(readFileSync(argv[2] ?? '', 'utf8'))));
}
