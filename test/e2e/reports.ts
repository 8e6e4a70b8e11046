import { expect } from '@playwright/test';
import type { RunningSandbox } from '../sandbox/server.ts';

/** The check-ins and check-outs that the sandbox recorded, one short line each. */
export function recorded({ sandbox }: RunningSandbox): string[] {
  return sandbox.reports.map(({ kind, workOrderId, body }) => {
    const { ActionStatus, PrimaryStatus, WorkTypeId, TechsCount } = JSON.parse(body);
    const parts = [kind, workOrderId, `type ${WorkTypeId}`, `× ${TechsCount}`, ActionStatus, PrimaryStatus];
    return parts.filter((part) => part !== undefined).join(' ');
  });
}

/** The kind and body of a recorded request. */
const inWords = ({ kind, body }: RunningSandbox['sandbox']['reports'][number]): string => `${kind} ${body}`;

/** The kinds of what the sandbox recorded, in the order of recording. */
export const kinds = ({ sandbox }: RunningSandbox): string[] => sandbox.reports.map(({ kind }) => kind);

/** The times that the recorded check-ins and check-outs carry, ms, in the order of recording. */
export function reportedTimes({ sandbox }: RunningSandbox): number[] {
  return sandbox.reports
    .filter(({ kind }) => kind === 'check-in' || kind === 'check-out')
    .map(({ body }) => {
      const { CheckInTime, CheckOutTime } = JSON.parse(body);
      return Date.parse(CheckInTime ?? CheckOutTime);
    });
}

/** Requests of a path that reached the sandbox, recorded or not. */
export const arrivals = ({ sandbox }: RunningSandbox, path: RegExp): number =>
  sandbox.requests.filter((request) => path.test(request.path)).length;

/** Waits until that many reports are recorded; a failure names those that are. */
export const expectRecorded = (running: RunningSandbox, count: number, timeout = 10_000): Promise<void> =>
  expect.poll(() => running.sandbox.reports.map(inWords), { timeout }).toHaveLength(count);
