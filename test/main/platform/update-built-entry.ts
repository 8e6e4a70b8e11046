/** What the update's tests use of electron-updater, bundled as one: test/main/platform/update-built.test.ts. */
export { configureRequestUrl, HttpExecutor } from 'builder-util-runtime';
export { DebUpdater } from 'electron-updater';
