import { expect, test, vi } from 'vitest';
import { electron } from './electron.ts';

vi.mock('electron', () => electron);
const { refuseSwitches } = await import('../../../main/shell/switches.ts');

test('it says so and ends, when it is packaged', () => {
  const { app, dialog } = electron;
  app.commandLine.hasSwitch = (name) => name === 'log-net-log';
  refuseSwitches();
  expect(dialog.showErrorBox).not.toHaveBeenCalled();
  app.isPackaged = true;
  refuseSwitches();
  expect(dialog.showErrorBox).toHaveBeenCalledWith(
    'OnSite cannot start',
    expect.stringContaining('--log-net-log'),
  );
  expect(app.exit).toHaveBeenCalledWith(2);
});
