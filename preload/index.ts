import { contextBridge, ipcRenderer, webFrame } from 'electron';
import { type OnSiteApi, SNAPSHOT_CHANNEL, type Snapshot } from './contract.ts';

/** Every command there is, put in place when the app is compiled. */
declare const COMMAND_NAMES: readonly string[];

const names = new Set(COMMAND_NAMES);

const api: OnSiteApi = {
  // The page's word for a channel is taken only where main listens for a command.
  send: (command, request) =>
    names.has(command) ? ipcRenderer.invoke(command, request) : Promise.reject(new Error('no such command')),
  onSnapshot: (listener) => {
    const relay = (_event: unknown, snapshot: Snapshot) => listener(snapshot);
    ipcRenderer.on(SNAPSHOT_CHANNEL, relay);
    return () => ipcRenderer.removeListener(SNAPSHOT_CHANNEL, relay);
  },
};

/** Tells main when the page has put something into its body, which was empty: with it the focus is where it begins. */
function tellDrawn(): void {
  const observer = new MutationObserver(() => {
    if (!document.body?.firstElementChild) return;
    observer.disconnect();
    void api.send('app:drawn', null);
  });
  observer.observe(document, { childList: true, subtree: true });
}

// A window without its sandbox gets nothing to speak with.
if (!process.sandboxed) throw new Error('This window is not sandboxed.');

// A server that a call names is looked up by its name, whatever CSP and proxy say, and a name is data that is sent.
void webFrame.executeJavaScript('delete window.RTCPeerConnection; delete window.webkitRTCPeerConnection;');

contextBridge.exposeInMainWorld('onsite', api);

tellDrawn();
