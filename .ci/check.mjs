// The inner loop: `npm run check`, or `npm run check -- lint types` for some of its stages.
import process from 'node:process';

import { CHECK_STAGES, closingLine, runStages } from './stages.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !CHECK_STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) {
  const known = CHECK_STAGES.map((stage) => stage.name).join(', ');
  console.error(`unknown stage: ${unknown.join(', ')}. The stages are ${known}.`);
  process.exit(78);
}

const total = await runStages(CHECK_STAGES.filter((stage) => wanted.length === 0 || wanted.includes(stage.name)));
console.log(closingLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
