import { contextBridge, ipcRenderer } from 'electron';
import { type OnSiteApi, SNAPSHOT_CHANNEL, type Snapshot } from './contract.ts';

const api: OnSiteApi = {
  send: (command, request) => ipcRenderer.invoke(command, request),
  onSnapshot: (listener) => {
    const relay = (_event: unknown, snapshot: Snapshot) => listener(snapshot);
    ipcRenderer.on(SNAPSHOT_CHANNEL, relay);
    return () => ipcRenderer.removeListener(SNAPSHOT_CHANNEL, relay);
  },
};

// A window without its sandbox gets nothing to speak with.
if (!process.sandboxed) throw new Error('This window is not sandboxed.');

contextBridge.exposeInMainWorld('onsite', api);
