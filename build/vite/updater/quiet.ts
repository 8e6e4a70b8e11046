/** Stands in the bundle for debug, which would write to the console what electron-updater requests. */
export default (): { (): void; enabled: boolean } => Object.assign(() => undefined, { enabled: false });
