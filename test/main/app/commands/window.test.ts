import { expect, test } from 'vitest';
import { windowHandlers } from '../../../../main/app/commands/window.ts';
import { Notices } from '../../../../main/app/notices.ts';
import type { AskingWindow } from '../../../../main/app/ports.ts';
import { FakeShell } from '../desktop.ts';
import { appRig } from '../rig.ts';
import { WINDOW } from '../support.ts';

async function rig() {
  const shown = await (await appRig()).snapshot();
  const [shell, notices, errors, log]: [FakeShell, Notices, string[], string[]] = [
    new FakeShell(),
    new Notices(),
    [],
    [],
  ];
  const window: AskingWindow = {
    ...WINDOW,
    drawn: () => log.push('drawn'),
    fit: (height) => log.push(`fit ${height}`),
    selectHour: () => log.push('hour'),
    popUpMenu: ({ x, y }) => log.push(`menu ${x} ${y}`),
  };
  const handlers = windowHandlers(
    shell,
    notices,
    () => shown,
    (where) => errors.push(where),
  );
  return { shown, shell, notices, errors, log, window, handlers };
}

test('a window is shown, sized, and its menu opened, by its own requests', async () => {
  const { handlers, window, log } = await rig();
  handlers['app:drawn'](null, window);
  handlers['app:fit']({ height: 300 }, window);
  handlers['app:select-hour'](null, window);
  handlers['app:menu']({ x: 3, y: 4 }, window);
  expect(log).toEqual(['drawn', 'fit 300', 'hour', 'menu 3 4']);
});

test('the popup is hidden, and an unexpected error told by its place', async () => {
  const { handlers, window, shell, errors } = await rig();
  await shell.openPopup();
  handlers['app:hide'](null, window);
  expect(shell.popups).toBe(0);
  handlers['app:error']({ where: 'app://onsite/popup/index.js:1' }, window);
  expect(errors).toEqual(['app://onsite/popup/index.js:1']);
});

test('a notice that was read goes, the others stay', async () => {
  const { handlers, window, notices } = await rig();
  notices.say({ code: 'no-keychain' });
  notices.say({ code: 'shortcut-taken', shortcut: 'Alt+P' });
  handlers['app:dismiss-notice']({ code: 'no-keychain' }, window);
  expect(notices.all.map(({ code }) => code)).toEqual(['shortcut-taken']);
});

test('a new window is given the snapshot as it is', async () => {
  const { handlers, window, shown } = await rig();
  expect(handlers['app:snapshot'](null, window)).toBe(shown);
});
