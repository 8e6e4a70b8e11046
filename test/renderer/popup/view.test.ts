import { beforeEach, describe, expect, test } from 'vitest';
import {
  changeCheckIn,
  changeLeaving,
  checkInDraft,
  followSnapshots,
  goBack,
  leavingDraft,
  shownView,
  view,
  visitIn,
} from '../../../renderer/popup/view.ts';
import { snapshot } from '../../../renderer/ui/snapshot.ts';
import { SNAPSHOT, VISIT } from './fixtures.ts';

const onSite = { ...SNAPSHOT, current: VISIT };
const paused = { ...SNAPSHOT, current: { ...VISIT, phase: 'paused' as const, open: null } };
const elsewhere = { ...SNAPSHOT, current: { ...VISIT, id: 'v2' } };

describe('a form is shown as long as it makes sense', () => {
  const checkOut = { name: 'check-out', visitId: 'v1' } as const;
  const finish = { name: 'finish', visitId: 'v1' } as const;

  test('checking out: while that visit is open', () => {
    expect(shownView(checkOut, onSite)).toBe(checkOut);
    for (const other of [paused, elsewhere, SNAPSHOT])
      expect(shownView(checkOut, other)).toEqual({ name: 'main' });
  });

  test('finishing: while that visit is paused', () => {
    expect(shownView(finish, paused)).toBe(finish);
    for (const other of [onSite, elsewhere, SNAPSHOT])
      expect(shownView(finish, other)).toEqual({ name: 'main' });
  });

  test('the page of a visit that waits, and finishing it: as long as it waits', () => {
    const waits = { ...VISIT, id: 'v9', workOrderId: 9, phase: 'paused' as const, open: null };
    const beside = { ...onSite, paused: [waits] };
    const [page, form] = (['paused', 'finish'] as const).map((name) => ({ name, visitId: 'v9' }));
    for (const each of [page, form]) {
      if (!each) throw new Error('no view');
      expect(shownView(each, beside)).toBe(each);
      expect(visitIn(each, beside)).toBe(waits);
      expect(shownView(each, onSite)).toEqual({ name: 'main' });
    }
    expect(shownView({ name: 'check-out', visitId: 'v9' }, beside)).toEqual({ name: 'main' });
    expect(shownView({ name: 'paused', visitId: 'v1' }, paused)).toEqual({ name: 'main' });
    expect(visitIn({ name: 'main' }, beside)).toBe(VISIT);
  });

  test('Back from finishing a visit that waits leads to its page, from there to the visit that is shown', () => {
    snapshot.value = onSite;
    view.value = { name: 'finish', visitId: 'v9' };
    goBack();
    expect(view.value).toEqual({ name: 'paused', visitId: 'v9' });
    goBack();
    expect(view.value).toEqual({ name: 'main' });
    view.value = { name: 'finish', visitId: 'v1' };
    goBack();
    expect(view.value).toEqual({ name: 'main' });
  });

  test('switching: while there is a visit to switch from', () => {
    expect(shownView({ name: 'switch' }, onSite)).toEqual({ name: 'switch' });
    expect(shownView({ name: 'switch' }, SNAPSHOT)).toEqual({ name: 'main' });
  });

  test('signed out, there is the sign-in form; an ended sign-in leaves the visit usable', () => {
    expect(shownView(checkOut, { ...onSite, account: { state: 'signed-out' } })).toEqual({ name: 'sign-in' });
    const expired = { ...onSite, account: { state: 'expired', userName: 'demo', name: '' } } as const;
    expect(shownView(checkOut, expired)).toBe(checkOut);
    expect(shownView({ name: 'sign-in' }, expired)).toEqual({ name: 'sign-in' });
    expect(shownView({ name: 'sign-in' }, onSite)).toEqual({ name: 'main' });
  });
});

describe('what was typed', () => {
  followSnapshots();

  beforeEach(() => {
    snapshot.value = SNAPSHOT;
    view.value = { name: 'main' };
    snapshot.value = onSite;
    changeLeaving('v1', {
      resolution: 'new cartridge',
      time: { open: true, value: '2026-11-24T09:14', unfinished: false, which: null },
    });
  });

  test('survives a snapshot of the same visit', () => {
    snapshot.value = {
      ...onSite,
      delivery: { kind: 'waiting', count: 1, waiting: 1, offlineSince: null, between: null },
    };
    expect(leavingDraft('v1')).toMatchObject({ resolution: 'new cartridge', time: { open: true } });
  });

  test('survives a pause, but for the time', () => {
    snapshot.value = paused;
    expect(leavingDraft('v1')).toMatchObject({
      resolution: 'new cartridge',
      time: { open: false, value: '' },
    });
  });

  test('of one visit is nothing about another', () => {
    expect(leavingDraft('v9').resolution).toBe('');
  });

  test('is not meant for another visit', () => {
    snapshot.value = elsewhere;
    expect(leavingDraft('v1').resolution).toBe('');
  });
});

const SOON = Date.now();

describe('a number that a link brings', () => {
  test('is filled in once, in the form to switch to where there is a visit', () => {
    snapshot.value = { ...onSite, prefill: { workOrder: '107002911', at: SOON } };
    expect(checkInDraft.value.workOrder).toBe('107002911');
    expect(view.value).toEqual({ name: 'switch' });
    changeCheckIn({ workOrder: '5' });
    snapshot.value = { ...elsewhere, prefill: { workOrder: '107002911', at: SOON } };
    expect(checkInDraft.value.workOrder).toBe('5');
  });

  test('of the visit that is shown already leads to it', () => {
    view.value = { name: 'delivery' };
    snapshot.value = { ...onSite, prefill: { workOrder: '107002896', at: SOON + 1 } };
    expect(view.value).toEqual({ name: 'main' });
  });
});

describe('Check out… in the tray’s menu', () => {
  test('opens the form, once', () => {
    snapshot.value = { ...onSite, checkOutAsked: SOON };
    expect(view.value).toEqual({ name: 'check-out', visitId: 'v1' });
    view.value = { name: 'main' };
    snapshot.value = { ...elsewhere, checkOutAsked: SOON };
    expect(view.value).toEqual({ name: 'main' });
  });

  test('asked of a window that is gone, opens nothing', () => {
    snapshot.value = { ...onSite, checkOutAsked: SOON - 60_000 };
    expect(view.value).toEqual({ name: 'main' });
  });
});

test('the form of a check-out that was taken back opens as it was filled in, with the time that was chosen', () => {
  const left = new Date(2026, 4, 13, 11, 40).getTime();
  const choice = {
    primaryStatus: 'Incomplete',
    extendedStatus: '',
    resolution: 'Fan motor',
    codes: [{ id: 5, text: 'Both belts' }],
    rootCauses: [],
  } as const;
  const form = { visitId: 'v1', form: 'check-out', choice } as const;
  snapshot.value = SNAPSHOT;
  snapshot.value = { ...onSite, formAgain: { ...form, at: SOON, time: left } };
  expect(view.value).toEqual({ name: 'check-out', visitId: 'v1' });
  expect(leavingDraft('v1')).toMatchObject({ ...choice, time: { open: true, value: '2026-05-13T11:40' } });
  snapshot.value = { ...onSite, formAgain: { ...form, at: SOON + 1, time: null } };
  expect(leavingDraft('v1')).toMatchObject({ ...choice, time: { open: false, value: '' } });
});
