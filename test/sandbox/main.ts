import { parseArgs } from 'node:util';
import { PRINTED_WORK_ORDERS } from './data.ts';
import { DEMO_CLIENT, DEMO_USER } from './data-users.ts';
import { reportLine } from './report-line.ts';
import { startSandbox } from './server.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not ${values.port}`);
  process.exit(2);
}

const running = await startSandbox({ port });
console.log(`Sandbox on ${running.url}`);
console.log(`  API      ${running.apiUrl}`);
console.log(`  User     ${DEMO_USER.userName} / ${DEMO_USER.password}`);
console.log(`  Client   ${DEMO_CLIENT.id} / ${DEMO_CLIENT.secret}`);
console.log('  Work orders');
for (const { id, what } of PRINTED_WORK_ORDERS) console.log(`    ${id}  ${what}`);
running.sandbox.onReport((report) => console.log(reportLine(report)));

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void running.close());
}
