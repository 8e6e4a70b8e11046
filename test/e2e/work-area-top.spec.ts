import { test } from './app.ts';
import { testWindowsFit } from './work-area.ts';

// A small laptop with its panel at the upper edge.
test.use({ desktopOptions: { screen: '1366x768', panel: 'top' } });

testWindowsFit('panel at the top');
