require('./tray.cjs').show(false);
