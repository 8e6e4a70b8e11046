import { describe, expect, test } from 'vitest';
import { formOf, undoView } from '../../../main/views/undo.ts';
import { Day } from '../visit/support.ts';

const CHOICE = { primaryStatus: 'Incomplete', extendedStatus: 'PENDING', resolution: 'New belt' } as const;

/** On site since ten, with acts that can be taken back. */
function onSite(workTypeId = 1): Day {
  const day = new Day().clock('10:00');
  day.undoable = true;
  return day.checkIn(7, { workTypeId });
}

describe('`Undo`', () => {
  test('says what was done, when, and until when it can be taken back', () => {
    const day = onSite();
    expect(undoView(day.state.lastAct, day.mine, 5_000, 10)).toEqual({
      deed: 'check-in',
      workOrderId: 7,
      at: { ms: day.now, offset: -240 },
      until: 5_000,
      seconds: 10,
    });
  });

  test('is not there while nothing can be taken back', () => {
    const day = onSite();
    expect(undoView(day.state.lastAct, day.mine, null, 10)).toBeNull();
    expect(undoView(null, day.mine, 5_000, 10)).toBeNull();
  });

  test('shows the time as it is reported, corrected since the click', () => {
    const day = onSite();
    day.do({ type: 'clock-corrected', by: 60_000 });
    const at = undoView(day.state.lastAct, day.mine, 5_000, 10)?.at.ms;
    expect(at).toBe(day.visit(7).pairs[0]?.checkIn.at.ms);
  });
});

describe('the form of an act that is taken back', () => {
  test('is the check-out’s, as it was filled in, with a time only where one was chosen', () => {
    const day = onSite().clock('11:00');
    const visitId = day.current.id;
    day.do({ type: 'check-out', visitId, ...CHOICE });
    expect(formOf(day.state.lastAct, day.mine)).toEqual({
      visitId,
      form: 'check-out',
      choice: { ...CHOICE, codes: [], rootCauses: [] },
      time: null,
    });
    const chosen = onSite().clock('11:00');
    chosen.do({ type: 'check-out', visitId: chosen.current.id, at: chosen.instant('10:50'), ...CHOICE });
    expect(formOf(chosen.state.lastAct, chosen.mine)?.time).toBe(chosen.instant('10:50'));
  });

  test('is the one that finishes a paused visit', () => {
    const day = onSite();
    const visitId = day.current.id;
    day.clock('10:30').do({ type: 'pause', visitId });
    day.clock('11:00').do({ type: 'finish', visitId, ...CHOICE });
    expect(formOf(day.state.lastAct, day.mine)).toMatchObject({ visitId, form: 'finish', choice: CHOICE });
  });

  test('is none for a pause, and none for the end of a drive', () => {
    const day = onSite();
    day.clock('10:30').do({ type: 'pause', visitId: day.current.id });
    expect(formOf(day.state.lastAct, day.mine)).toBeNull();
    const drive = onSite(2).clock('10:30');
    drive.do({ type: 'check-out', visitId: drive.current.id, primaryStatus: 'NoStatusChange' });
    expect(formOf(drive.state.lastAct, drive.mine)).toBeNull();
  });
});
