import { describe, expect, test } from 'vitest';
import { learnPermission } from '../../../main/records/permission.ts';
import { StoredFacts } from '../../../main/storage/facts.ts';
import { WorkOrders } from '../../../main/storage/work-orders.ts';
import type { Outcome } from '../../../main/visit/commands.ts';
import { reportsOf } from '../../../main/visit/phase.ts';
import { fakeClient, workOrder } from '../fake-client.ts';
import { dataFolder, NOW, open } from '../storage/support.ts';
import { certain, Day, outcomeOf, PROBLEM, SERVER, USER } from '../visit/support.ts';

function rig() {
  const { db } = open(dataFolder());
  const workOrders = new WorkOrders(db, new StoredFacts(db), () => NOW);
  const day = new Day().checkIn(7);
  day.do({ type: 'pause', visitId: day.current.id });
  day.do({ type: 'finish', visitId: day.current.id, primaryStatus: 'Completed' });
  const reportId = certain(reportsOf(day.visit(7))[0]).id;
  const sender = {
    userId: USER,
    authUserId: null,
    userNames: ['tech'],
    server: SERVER,
    client: fakeClient({
      workOrder: async (id) => ({ kind: 'ok', value: workOrder(id) }),
      workTypes: async () => ({ kind: 'ok', value: [] }),
    }),
    ready: async () => null,
  };
  return {
    learn: (outcome: Outcome) => learnPermission(workOrders, sender, day.state, outcome),
    lacks: () => workOrders.known(SERVER, 7)?.lacksPermission ?? false,
    reportId,
    statusId: certain(day.visit(7).finish).id,
    missing: { type: 'refused', reportId, problem: { ...PROBLEM, reason: 'xml-permission' } } as const,
  };
}

describe('the XML check-in/out permission', () => {
  test('is missing when ServiceChannel says so, until it records a report', async () => {
    const { learn, lacks, missing, reportId } = rig();
    await learn(missing);
    expect(lacks()).toBe(true);
    await learn(outcomeOf(reportId, 'recorded', NOW));
    expect(lacks()).toBe(false);
  });

  test('is another than the right to set a status', async () => {
    const { learn, lacks, missing, statusId } = rig();
    await learn({ ...missing, reportId: statusId });
    expect(lacks()).toBe(false);
    await learn(missing);
    await learn(outcomeOf(statusId, 'recorded', NOW));
    expect(lacks()).toBe(true);
  });

  test('is not taken for missing at another refusal, nor for granted by hearsay', async () => {
    const { learn, lacks, missing, reportId } = rig();
    await learn(outcomeOf(reportId, 'refused', NOW));
    expect(lacks()).toBe(false);
    await learn(missing);
    for (const by of ['read-back', 'technician'] as const)
      await learn({ type: 'recorded', reportId, mechanicId: null, by });
    await learn({ ...missing, reportId: 'nobody’s' });
    expect(lacks()).toBe(true);
  });
});
