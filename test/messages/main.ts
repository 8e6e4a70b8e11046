// Hostile messages on every channel of the real handlers, many: npm run messages [-- --count 10000 --seed 20261126].
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../build/setup/run.mjs';
import { runThrough } from '../../build/test/run-through.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '20261126' } },
});
process.env.MESSAGES = values.count;
process.env.MESSAGES_SEED = values.seed;
process.stdout.write(`seed ${values.seed}: ${values.count} messages per channel, signed in and signed out\n`);
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
process.exitCode = await runThrough(process.execPath, [vitest, 'run', 'test/messages/messages.test.ts']);
