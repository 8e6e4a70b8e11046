import { parseArgs } from 'node:util';
import { killOnce } from './run.ts';

/** One lane of `main.ts`, in a desktop of its own: popups of one desktop hide each other. A result is a line of JSON. */

const { values } = parseArgs({ options: { seed: { type: 'string' }, indices: { type: 'string' } } });
for (const index of (values.indices ?? '').split(',').map(Number))
  console.log(`RESULT ${JSON.stringify(await killOnce(Number(values.seed), index))}`);
