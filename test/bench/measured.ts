import type { Acts } from './acts.ts';
import type { Sample } from './rounds.ts';
import type { Sizes } from './sizes.ts';
import { SHIPPED_LIMIT, SIZE_LIMITS } from './sizes.ts';
import { percentile, type Row } from './stats.ts';

/** The states that OnSite is measured in, beside the two bare programs. */
export type State = 'bare' | 'bare-lazy' | 'onSite' | 'off' | 'thirty' | 'thousands';

/** All that was measured, each by its rounds. */
export interface Measured {
  readonly samples: Readonly<Record<State, readonly Sample[]>>;
  /** kB */
  readonly afterRequests: readonly number[];
  /** The popup used and let go, in the first rounds of all, kB. */
  readonly pssUsed: readonly number[];
  readonly draining: readonly { readonly tray: number; readonly held: readonly number[] }[];
  /** From a click on a week's button until it is painted, with 30 and with 30,000 visits in the past, ms. */
  readonly sheets: { readonly thirty: readonly number[]; readonly thousands: readonly number[] };
  readonly acts: Acts;
  /** ms */
  readonly commits: readonly number[];
  readonly sizes: Sizes;
  /** Bytes; null where no package lies under dist/. */
  readonly shipped: number | null;
}

const MB = 1 / 1024;

/** Over a minute: CPU is counted by 10 ms, and a handful of switches is chance. */
const FLOORS: { readonly [K in keyof Sample]?: number } = { cpu: 60, switches: 60 };

function beside(
  { samples }: Measured,
  [id, what, unit]: readonly [string, string, string],
  [state, name]: readonly [State, State],
  of: keyof Sample,
  limit: number,
  scale = 1,
): Row {
  const floor = FLOORS[of];
  const values = (from: State) => samples[from].map((each) => each[of] * scale);
  return {
    id,
    what,
    unit,
    ours: values(state),
    beside: { name, values: values(name) },
    limit,
    ...(floor && { floor }),
  };
}

const amount = (
  id: string,
  what: string,
  unit: string,
  ours: readonly number[],
  limit: number | null,
): Row => ({
  id,
  what,
  unit,
  ours,
  beside: null,
  limit,
});

function desktopRows(all: Measured): readonly Row[] {
  const { samples, afterRequests, pssUsed, draining, sheets } = all;
  const lazy = samples['bare-lazy'].map(({ pss }) => pss * MB);
  const empty = samples.off.map(({ tray }) => tray);
  return [
    beside(all, ['tray', 'start → tray, a visit open', 'ms'], ['onSite', 'bare'], 'tray', 0.9),
    beside(all, ['popup-on-site', 'click → popup, on site', 'ms'], ['onSite', 'bare'], 'first', 1),
    beside(all, ['popup-first', 'click → popup, first ever', 'ms'], ['off', 'bare-lazy'], 'first', 1),
    beside(all, ['popup-again', 'click → popup, again', 'ms'], ['off', 'bare'], 'again', 1.1),
    beside(all, ['pss', 'memory at rest, before any request', 'MB'], ['off', 'bare-lazy'], 'pss', 1.05, MB),
    {
      ...amount(
        'pss-requests',
        'memory at rest, after requests',
        'MB',
        afterRequests.map((each) => each * MB),
        1.13,
      ),
      beside: { name: 'bare-lazy', values: lazy },
    },
    {
      ...amount(
        'pss-used',
        'memory, the popup used and let go',
        'MB',
        pssUsed.map((each) => each * MB),
        0.85,
      ),
      beside: { name: 'bare', values: samples.bare.map(({ pss }) => pss * MB) },
    },
    beside(all, ['cpu', 'CPU at rest, off site, a minute', 'ms'], ['off', 'bare-lazy'], 'cpu', 1.05),
    beside(
      all,
      ['switches', 'switches at rest, off site, a minute', ''],
      ['off', 'bare-lazy'],
      'switches',
      1.05,
    ),
    beside(all, ['cpu-on-site', 'CPU at rest, on site, a minute', 'ms'], ['onSite', 'bare-lazy'], 'cpu', 1.2),
    beside(
      all,
      ['switches-on-site', 'switches, on site, a minute', ''],
      ['onSite', 'bare-lazy'],
      'switches',
      1.2,
    ),
    beside(all, ['history-tray', 'start → tray, 30,000 visits', 'ms'], ['thousands', 'thirty'], 'tray', 1.05),
    beside(
      all,
      ['history-popup', 'click → popup, 30,000 visits', 'ms'],
      ['thousands', 'thirty'],
      'first',
      1.05,
    ),
    beside(
      all,
      ['history-pss', 'memory at rest, 30,000 visits', 'MB'],
      ['thousands', 'thirty'],
      'pss',
      1.05,
      MB,
    ),
    {
      ...amount('history-week', 'a week of the Timesheet, 30,000 visits', 'ms', sheets.thousands, 1.05),
      beside: { name: 'thirty', values: sheets.thirty },
      floor: 10,
    },
    beside(all, ['history-cpu', 'CPU at rest, 30,000 visits', 'ms'], ['thousands', 'thirty'], 'cpu', 1.05),
    {
      ...amount(
        'queued-tray',
        'start → tray, 10,000 reports wait',
        'ms',
        draining.map(({ tray }) => tray),
        1.2,
      ),
      beside: { name: 'off', values: empty },
    },
    {
      ...amount(
        'queued-pss',
        'memory while they leave',
        'MB',
        draining.map(({ held }) => (held.at(-1) ?? 0) * MB),
        1.1,
      ),
      beside: { name: 'at its start', values: draining.map(({ held }) => (held[0] ?? 0) * MB) },
    },
  ];
}

function actRows({ acts, commits }: Measured): readonly Row[] {
  const over = acts.request.map((request, index) => request - (acts.shown[index] ?? 0));
  return [
    amount('shown-p50', 'Check in → durable and shown, p50', 'ms', [percentile(acts.shown, 0.5)], 25),
    amount('shown-p99', 'Check in → durable and shown, p99', 'ms', [percentile(acts.shown, 0.99)], 60),
    amount('commit', 'one SQLite commit', 'ms', commits, null),
    amount('request', 'Check in → request there, over that', 'ms', over, 40),
  ];
}

function sizeRows({ sizes, shipped }: Measured): readonly Row[] {
  const kB = (id: keyof Sizes, what: string) =>
    amount(id, what, 'kB', [sizes[id] / 1e3], SIZE_LIMITS[id] / 1e3);
  return [
    kB('own', 'JavaScript: own source'),
    kB('bundled', 'JavaScript: all bundled'),
    kB('beforeTray', 'JavaScript: before the tray'),
    kB('popup', 'JavaScript: the popup’s'),
    ...(shipped === null
      ? []
      : [amount('shipped', 'shipped beside Electron', 'MB', [shipped / 1e6], SHIPPED_LIMIT / 1e6)]),
  ];
}

/** The rows of issue 15's table. */
export const rowsOf = (all: Measured): readonly Row[] => [
  ...desktopRows(all),
  ...actRows(all),
  ...sizeRows(all),
];
