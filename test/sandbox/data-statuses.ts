import type { StatusChoice } from './records.ts';

const OPEN: StatusChoice = { primary: 'OPEN', extended: [] };
const IN_PROGRESS: StatusChoice = {
  primary: 'IN PROGRESS',
  extended: [
    { id: 8, name: 'PARTS ON ORDER' },
    { id: 9, name: 'WAITING FOR QUOTE' },
    { id: 10, name: 'INCOMPLETE' },
    { id: 11, name: 'DISPATCH CONFIRMED' },
  ],
};
const COMPLETED: StatusChoice = {
  primary: 'COMPLETED',
  extended: [
    { id: 20, name: 'PENDING CONFIRMATION' },
    { id: 21, name: 'CONFIRMED' },
  ],
};

/** The statuses of most work orders. */
export const STATUSES: readonly StatusChoice[] = [OPEN, IN_PROGRESS, COMPLETED];

/** A work order where PARTS ON ORDER is refused with 904. */
export const STATUSES_WITHOUT_PARTS: readonly StatusChoice[] = [
  OPEN,
  { ...IN_PROGRESS, extended: IN_PROGRESS.extended.filter(({ name }) => name !== 'PARTS ON ORDER') },
  COMPLETED,
];

/** A work order that providers may only complete for confirmation. */
export const STATUSES_TO_CONFIRM: readonly StatusChoice[] = [
  OPEN,
  IN_PROGRESS,
  { primary: 'COMPLETED', extended: [{ id: 20, name: 'PENDING CONFIRMATION' }], needsExtended: true },
];

/** A work order where INCOMPLETE and PARTS ON ORDER need a resolution. */
export const STATUSES_NEEDING_RESOLUTION: readonly StatusChoice[] = [
  OPEN,
  {
    ...IN_PROGRESS,
    extended: IN_PROGRESS.extended.map((each) => ({
      ...each,
      needsResolution: each.name === 'INCOMPLETE' || each.name === 'PARTS ON ORDER',
    })),
  },
  COMPLETED,
];

/** A work order that is completed only with a resolution code. */
export const STATUSES_NEEDING_CODES: readonly StatusChoice[] = [
  OPEN,
  IN_PROGRESS,
  { ...COMPLETED, needsCodes: true },
];
