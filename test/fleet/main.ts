import { parseArgs } from 'node:util';
import { type Fleet, type Outcome, simulate } from './simulate.ts';

/** `npm run fleet`: prints the curve of docs/fleet.md; `-- --technicians 10,100 --seed 2` for another one. */

const { values } = parseArgs({
  options: {
    technicians: { type: 'string', default: '10,30,100,300,1000,3000,10000' },
    seed: { type: 'string', default: '1' },
  },
});

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`;

const per = (requests: number, { technicians }: Fleet) => (requests / technicians).toFixed(2);

function row(fleet: Fleet, outcome: Outcome): string {
  const { recorded, seconds, forcedSeconds, checkOutRequests, tokenRequests, receiptRequests } = outcome;
  const cells = [
    fleet.technicians,
    recorded,
    clock(seconds),
    clock(forcedSeconds),
    forcedSeconds > 0 ? (seconds / forcedSeconds).toFixed(2) : '–',
    per(checkOutRequests, fleet),
    per(tokenRequests, fleet),
    per(receiptRequests, fleet),
  ];
  return `| ${cells.join(' | ')} |`;
}

const HEAD = [
  '| technicians | recorded with their time | all recorded after (min:s) | the limit alone (min:s) | times | check-out requests each | token requests each | receipts each |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
];

for (const perMinute of [300, 40] as const) {
  for (const haveToken of [true, false]) {
    const token = haveToken ? 'each app has a token' : 'each app needs a token first';
    console.log(['', `### ${perMinute} requests a minute, ${token}`, '', ...HEAD].join('\n'));
    for (const technicians of values.technicians.split(',').map(Number)) {
      const fleet = { technicians, perMinute, haveToken, seed: Number(values.seed) };
      console.log(row(fleet, await simulate(fleet)));
    }
  }
}
