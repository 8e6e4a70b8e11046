import { test } from './app.ts';
import { testWindowsFit } from './work-area.ts';

// A small laptop with its panel at the lower edge.
test.use({ desktopOptions: { screen: '1366x768', panel: 'bottom' } });

testWindowsFit('panel at the bottom');
