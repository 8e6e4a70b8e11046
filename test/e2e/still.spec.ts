import type { Locator, Page } from '@playwright/test';
import { expect, keptTest, test } from './app.ts';
import { chooseSettings } from './choose-settings.ts';
import { checkIn, checkOut, expectDelivery, expectState, type RunningApp, signIn } from './drive.ts';
import { alertOf, onSite } from './remedies.ts';
import { expectRecorded } from './reports.ts';
import { pictureOfDesktop, regionOfWindow } from './screen.ts';
import { expectInSight, expectStill } from './stillness.ts';

const MAIN_STREET = '107002896';
const OAK_PLAZA = 107002931;
const INVOICED = '107003003';
/** Its client takes check-ins by phone only. */
const BY_PHONE = '107003012';
const LONG_NAMES = '107003021';

const STATUSES = [
  'Finished (Completed)',
  'Coming back (Incomplete)',
  'Parts on order',
  'Waiting for quote',
  'In progress',
  'No status change',
];

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** A refusal that takes its time. */
const lateRefusal = (path: string, delayMs = 2_500) => ({
  path,
  delayMs,
  answer: { status: 400, body: { ErrorCodes: [503], ErrorMessage: 'Check-in denied' } },
});

keptTest(
  'while a number is typed nothing moves: details, long names, what is not there, an error',
  async ({ app }) => {
    const popup = await app.open();
    await signIn(popup);
    const field = popup.getByRole('textbox', { name: 'Work order' });
    await field.waitFor();
    await expectStill(popup, 'typing', () => field.fill('1070'));
    await expectStill(popup, 'details', async () => {
      await field.fill(MAIN_STREET);
      await popup.getByText('Main Street store').waitFor();
    });
    await expectStill(popup, 'long details', async () => {
      await field.fill(LONG_NAMES);
      await popup.getByText('walk-in cooler').first().waitFor();
    });
    await expectStill(popup, 'a number that is not there', async () => {
      await field.fill('999999999');
      await popup
        .getByText(/not found/)
        .first()
        .waitFor();
    });
    await expectStill(popup, 'a wrong number', async () => {
      await field.fill('abc');
      await button(popup, 'Check in').click();
      await popup.getByRole('alert').waitFor();
    });
    await expectStill(popup, 'an earlier time', async () => {
      await button(popup, 'Earlier…').click();
      await popup.getByLabel('Arrived at').waitFor();
    });
  },
);

keptTest(
  'while the next number is typed another order’s refusal moves nothing, and is said above',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, OAK_PLAZA, 30);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault({ path: 'universalCheckIn', delayMs: 2_500 });
    await button(popup, 'Switch work order…').click();
    await checkIn(popup, INVOICED);
    await popup.getByRole('heading', { name: INVOICED }).waitFor();
    await button(popup, 'Switch work order…').click();
    const field = popup.getByRole('textbox', { name: 'Work order' });
    await field.fill('1070');
    const refused = popup.getByRole('alert').filter({ hasText: INVOICED });
    await expectStill(popup, 'a refusal comes', () => refused.waitFor());
    await expectInSight(field);
    await expectInSight(button(popup, 'Check in'));
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('1070');
    const said = popup.getByRole('button', { name: /Needs you/ });
    await expect(said).toBeVisible();
    await said.click();
    await expectInSight(refused.getByRole('button', { name: 'Send again' }));

    sandbox.sandbox.addFault({ path: 'universalCheckIn', delayMs: 4_000 });
    await checkIn(popup, BY_PHONE);
    await popup.getByRole('heading', { name: BY_PHONE }).waitFor();
    await refused.getByRole('button', { name: 'Tell the client' }).click();
    const note = refused.getByRole('textbox');
    await note.fill('It was open this morning');
    const place = await note.boundingBox();
    await alertOf(popup, Number(BY_PHONE)).waitFor();
    expect(await note.boundingBox()).toEqual(place);
    await expectInSight(note);
    await expect(note).toBeFocused();
  },
);

keptTest(
  'on site nothing moves while details come, Undo goes, the report leaves, and another order is refused',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await chooseSettings(popup, { undoSeconds: 3 });
    await signIn(popup);
    await onSite(popup, OAK_PLAZA, 30);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault(lateRefusal(`${OAK_PLAZA}/universalCheckOut`));
    await checkOut(popup, 'Parts on order');
    // Higher than their room: they scroll in it.
    const details = `/workorders/${LONG_NAMES}`;
    sandbox.sandbox.addFault({ method: 'GET', path: details, delayMs: 1_500, times: 0 });
    await checkIn(popup, LONG_NAMES);
    await expectState(popup, 'On site');
    await expectStill(popup, 'Undo goes, details and a refusal come', async () => {
      await button(popup, 'Undo').waitFor();
      // In its own room, above the header.
      const [undo, menu] = await Promise.all(
        ['Undo', 'Menu'].map((name) => button(popup, name).boundingBox()),
      );
      expect((undo?.y ?? 0) + (undo?.height ?? 0)).toBeLessThanOrEqual(menu?.y ?? 0);
      await expect(button(popup, 'Undo')).toHaveCount(0);
      await popup.getByText('Springfield International').first().waitFor();
      await alertOf(popup, OAK_PLAZA).waitFor();
      await expectDelivery(popup, '1 needs attention');
      await expectRecorded(sandbox, 2);
    });
    await expectInSight(button(popup, 'Pause'));
    await expectInSight(button(popup, 'Check out…'));
    await expectInSight(button(popup, 'Switch work order…'));
  },
);

keptTest(
  'in the check-out form nothing moves: each status, its hint, a text, a time, another order’s refusal',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, OAK_PLAZA, 30);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault(lateRefusal(`${OAK_PLAZA}/universalCheckOut`, 5_000));
    await checkOut(popup, 'Parts on order');
    await checkIn(popup, MAIN_STREET);
    await expectState(popup, 'On site');
    await button(popup, 'Check out…').click();
    const tiles = popup.getByRole('radiogroup', { name: 'Status' });
    for (const name of STATUSES)
      await expectStill(popup, name, () => tiles.getByRole('radio', { name }).check());
    const text = popup.getByRole('textbox', { name: 'Resolution' });
    await text.focus();
    await expectStill(popup, 'a text', () => text.fill('Reset'));
    await expectStill(popup, 'another order’s refusal', () => alertOf(popup, OAK_PLAZA).waitFor());
    await expectInSight(button(popup, 'Check out'));
    for (const what of ['opened', 'closed'])
      await expectStill(popup, `the time is ${what}`, () => button(popup, 'Earlier…').click());
  },
);

keptTest(
  'a receipt moves nothing of the next check-in, nor does what the footer says of delivery',
  async ({ app, sandbox }) => {
    const popup = await app.open();
    await signIn(popup);
    await onSite(popup, OAK_PLAZA, 30);
    await expectRecorded(sandbox, 1);
    sandbox.sandbox.addFault({ path: 'universalCheckOut', delayMs: 1_500, record: 'after' });
    await checkOut(popup, 'Parts on order');
    const field = popup.getByRole('textbox', { name: 'Work order' });
    await field.waitFor();
    await expectStill(popup, 'sending, recorded, a receipt', async () => {
      await field.fill('1070');
      await expectRecorded(sandbox, 2);
      await popup.getByText(/Recorded ✓/).waitFor();
    });
    await expectInSight(field);
    await expect(field).toBeFocused();
  },
);

test('the footer takes one line, whatever it has to say of delivery', async ({ start, sandbox }) => {
  const popup = await (await start()).open();
  await signIn(popup);
  await onSite(popup, OAK_PLAZA, 30);
  await expectRecorded(sandbox, 1);
  const answer = { status: 403, body: '<html>Blocked</html>', contentType: 'text/html' };
  sandbox.sandbox.addFault({ method: 'POST', path: 'universalCheckOut', times: 0, delayMs: 1_500, answer });
  await button(popup, 'Pause').click();
  await expectState(popup, 'Paused');
  await expectStill(popup, 'a long line', () => expectDelivery(popup, /Something between this computer/i));
});

keptTest(
  'several refusals leave the newest and the next number in sight, and scroll by themselves',
  async ({ app }) => {
    const popup = await app.open();
    await signIn(popup);
    for (const refused of ['107003001', INVOICED, '107003012']) {
      await checkIn(popup, refused);
      await alertOf(popup, Number(refused)).waitFor();
    }
    await expectInSight(alertOf(popup, 107003012).getByText(/was refused$/));
    await expectInSight(popup.getByRole('textbox', { name: 'Work order' }));
    await expectInSight(button(popup, 'Check in'));
  },
);

keptTest(
  'Check in goes from the filled-in form to the visit: no frame shows an emptied form',
  async ({ app }) => {
    const popup = await app.open();
    await signIn(popup);
    const field = popup.getByRole('textbox', { name: 'Work order' });
    await field.fill(MAIN_STREET);
    await popup.getByText('Main Street store').waitFor();
    await popup.evaluate(() => {
      const seen: string[] = [];
      Reflect.set(globalThis, 'numbersSeen', seen);
      const look = () => {
        const input = document.querySelector<HTMLInputElement>('input.large');
        if (!input) return;
        seen.push(input.value);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await field.press('Enter');
    await expectState(popup, 'On site');
    const seen: string[] = await popup.evaluate(() => Reflect.get(globalThis, 'numbersSeen'));
    expect(new Set(seen)).toEqual(new Set([MAIN_STREET]));
  },
);

async function expectLongNamesWithin(app: RunningApp): Promise<void> {
  const popup = await app.open();
  await signIn(popup);
  await popup.getByRole('textbox', { name: 'Work order' }).fill(LONG_NAMES);
  await popup.getByText('walk-in cooler').first().waitFor();
  const expectWithin = async (...names: string[]) => {
    const wide = await popup.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(
          (element) =>
            element.getBoundingClientRect().right > innerWidth + 1 ||
            // A text that runs out of its box.
            (element.childElementCount === 0 &&
              element.clientWidth > 0 &&
              element.scrollWidth > element.clientWidth + 1 &&
              getComputedStyle(element).overflowX === 'visible'),
        )
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wide).toEqual([]);
    for (const name of names) await expectInSight(button(popup, name));
    await expectInSight(popup.getByRole('status', { name: 'Delivery' }));
    const { y, height } = await regionOfWindow(app, popup);
    expect(y + height).toBeLessThanOrEqual((await pictureOfDesktop()).height);
  };
  await expectWithin('Check in', 'Drive to…', 'Earlier…');
  await button(popup, 'Check in').click();
  await expectState(popup, 'On site');
  await expectWithin('Pause', 'Check out…', 'Earlier…');
  await button(popup, 'Check out…').click();
  await expectWithin('Back', 'Check out', 'Earlier…');
}

const within = (scale: number) =>
  `long names stay within the window and the buttons in sight, at a scale of ${scale}`;

keptTest(within(1), ({ app }) => expectLongNamesWithin(app));

for (const scale of [1.5, 2])
  test(within(scale), async ({ start }) => expectLongNamesWithin(await start({ scale })));
