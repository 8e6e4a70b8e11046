import { test } from './app.ts';
import { testWindowsFit } from './work-area.ts';

// A small laptop with its panel at the upper edge.
test.use({ desktopOptions: { screen: '1366x768', panel: 'top' } });

// One desktop for all of them, from the beginning on: each more costs as much as a test.
test.describe.configure({ mode: 'default' });
test.describe('at a desktop of its own', { tag: '@patient' }, () => testWindowsFit('panel at the top'));
