require('../bare/tray.cjs').show(true);
