/** The parts of electron-updater that its tests use, as they are bundled, see update-built.test.ts. */
export { configureRequestUrl, HttpExecutor } from 'builder-util-runtime';
export { DebUpdater } from 'electron-updater';
