// The least that a tray app can be: a tray and one hidden window. What OnSite is measured beside.
const { join } = require('node:path');
const { app, BrowserWindow, Tray } = require('electron');

app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));

function show() {
  const tray = new Tray(join(__dirname, '../../../out/main/icons/off-light-linux.png'));
  const window = new BrowserWindow({ show: false, width: 360, height: 320, frame: false, title: 'OnSite' });
  window.loadURL('data:text/html,<title>OnSite</title><p>Bare');
  tray.on('click', () => window.show());
}

app
  .whenReady()
  .then(show)
  .catch((error) => {
    console.error(error);
    app.exit(1);
  });
