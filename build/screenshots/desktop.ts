import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkIn, launch, signIn } from '../../test/e2e/drive.ts';
import { darkenPanel } from '../../test/e2e/panel.ts';
import { expectIcon, type Theme } from '../../test/e2e/tray-colours.ts';
import { type TrayState, throughTheStates } from '../../test/e2e/tray-states.ts';
import { policyFor, writePolicy } from '../../test/sandbox/policy.ts';
import { startSandbox } from '../../test/sandbox/server.ts';

/** The desktop as a person sees it: its ground, its panel, and what is on them. */

const GROUND = { light: 'gradient:#9db7d5-#4f6d92', dark: 'gradient:#33475f-#141b24' } as const;

/** Gives the desktop a ground, and its panel the theme. */
export async function furnish(theme: Theme): Promise<void> {
  // It leaves with 1 whether it has drawn or not; without it the ground is black.
  spawnSync('display', ['-window', 'root', '-size', '1280x800', GROUND[theme]]);
  await darkenPanel(theme === 'dark');
}

/** The corner of the panel with tray and clock, four times as large. */
function shootPanel(file: string): void {
  const corner = ['-gravity', 'NorthEast', '-crop', '100x28+0+0', '+repage'];
  execFileSync('import', ['-window', 'root', ...corner, '-filter', 'point', '-resize', '400%', file]);
}

/** Each state of the tray icon in the real panel, and below it the same with a report that needs a person. */
export async function trayPictures(theme: Theme, sheet: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'onsite-pictures-'));
  const sandbox = await startSandbox({ config: { tokenIntervalSeconds: 0 } });
  const files: string[] = [];
  for (const attention of [false, true]) {
    const data = mkdtempSync(join(folder, 'data-'));
    const policy = writePolicy(data, policyFor(sandbox, { theme, undoSeconds: 0 }));
    const app = await launch({ folder: data, policy });
    const popup = await app.open();
    await signIn(popup);
    if (attention) {
      await checkIn(popup, '107003003');
      await popup.getByRole('alert').first().waitFor();
    }
    await throughTheStates(popup, async (state: TrayState) => {
      await expectIcon(app.pid, theme, state, attention);
      const file = join(folder, `${files.length}.png`);
      shootPanel(file);
      files.push(file);
    });
    await app.close();
  }
  await sandbox.close();
  const tiles = [
    '-geometry',
    '+8+8',
    '-tile',
    '4x2',
    '-background',
    theme === 'light' ? '#cdd2d9' : '#050607',
  ];
  execFileSync('montage', [...files, ...tiles, sheet]);
  rmSync(folder, { recursive: true, force: true });
}
