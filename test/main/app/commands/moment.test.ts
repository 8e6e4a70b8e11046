import { describe, expect, test } from 'vitest';
import { momentHandlers } from '../../../../main/app/commands/moment.ts';
import type { PromptAnswer } from '../../../../main/moments/answers.ts';
import type { MomentAnswer, MomentView } from '../../../../preload/contract.ts';
import { appRig } from '../rig.ts';
import { WINDOW } from '../support.ts';

const MINUTE = 60_000;

/** The question about an absence that is over, as the window shows it. */
async function backFrom(): Promise<MomentView> {
  const rig = await appRig({ idleMinutes: 5, workdays: [] });
  await rig.checkIn();
  rig.desktop.idleMs = 6 * MINUTE;
  rig.system.pass(6 * MINUTE);
  await rig.shown();
  rig.desktop.power.told.tell({ type: 'unlock' });
  await rig.shown();
  const { open } = (await rig.snapshot()).moments;
  if (!open) throw new Error('The test expected a question');
  return open;
}

function handlersOver(open: MomentView | null) {
  const given: PromptAnswer[] = [];
  const dismissed: string[] = [];
  const said: boolean[] = [];
  const handlers = momentHandlers({
    prompts: {
      answer: (_id, answer) => {
        given.push(answer);
        return null;
      },
    },
    dismiss: (what) => dismissed.push(what),
    open: () => open,
    onComputer: (withYou) => said.push(withYou),
  });
  const answer = (each: MomentAnswer) => handlers['moment:answer']({ momentId: 'm1', answer: each }, WINDOW);
  return { handlers, answer, given, dismissed, said };
}

describe('`I had a break`', () => {
  test('left as it was filled in takes the absence’s own instants', async () => {
    const open = await backFrom();
    const { answer, given } = handlersOver(open);
    expect(answer({ type: 'break', from: null, to: null })).toEqual({ ok: true, value: null });
    if (open.kind !== 'idle') throw new Error('The test expected an absence');
    expect(given).toEqual([{ type: 'break', at: open.from.ms, until: open.to?.ms }]);
  });

  test('takes the times that were typed', () => {
    const { answer, given } = handlersOver(null);
    answer({ type: 'break', from: 1_000, to: 2_000 });
    expect(given).toEqual([{ type: 'break', at: 1_000, until: 2_000 }]);
  });

  test('without an absence and without times is no answer', () => {
    const { answer, given } = handlersOver(null);
    expect(answer({ type: 'break', from: null, to: 2_000 })).toEqual({
      ok: false,
      error: { code: 'time', fault: 'not-a-time' },
    });
    expect(given).toEqual([]);
  });
});

test('an act without a time happens at the click', () => {
  const { answer, given } = handlersOver(null);
  answer({ type: 'pause', at: null });
  answer({ type: 'pause', at: 5_000 });
  expect(given).toEqual([
    { type: 'pause', at: undefined },
    { type: 'pause', at: 5_000 },
  ]);
});

test('what was read is put away, and the computer’s question answered', () => {
  const { handlers, dismissed, said } = handlersOver(null);
  handlers['moments:dismiss']({ what: 'still-paused' }, WINDOW);
  handlers['moments:computer']({ withYou: false }, WINDOW);
  expect([dismissed, said]).toEqual([['still-paused'], [false]]);
});
