// The least that a tray app can be, which OnSite is measured beside: an icon, and a window with a line of HTML.
const { join } = require('node:path');
const { app, BrowserWindow, Tray } = require('electron');

const ICON = join(__dirname, '../../../out/main/icons/off-light-linux.png');
const PAGE = 'data:text/html,<title>OnSite</title><p>Bare';

app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));

function makeWindow() {
  const window = new BrowserWindow({ show: false, width: 360, height: 480, frame: false, title: 'OnSite' });
  return { window, loaded: window.loadURL(PAGE) };
}

/** Clicked again, it hides. @param {ReturnType<typeof makeWindow>} made */
async function toggle({ window, loaded }) {
  if (window.isVisible()) return window.hide();
  await loaded;
  window.show();
  window.focus();
}

/** @param {boolean} isLazy whether the window is made by the first click */
exports.show = (isLazy) =>
  app
    .whenReady()
    .then(() => {
      const tray = new Tray(ICON);
      let made = isLazy ? null : makeWindow();
      tray.on('click', () => {
        made ??= makeWindow();
        void toggle(made);
      });
    })
    .catch((error) => {
      console.error(error);
      app.exit(1);
    });
