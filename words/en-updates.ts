import type { UpdateFault, UpdateView } from '../preload/contract.ts';

const faults: Readonly<Record<UpdateFault, (version: string) => string>> = {
  unreachable: () => 'The update server did not answer, or the download broke off.',
  redirected: () => 'The update server refers to another address, which your company did not name.',
  feed: () => 'The update server offers nothing that OnSite can use.',
  damaged: () => 'The download was not what was published. It was deleted.',
  signature: () => 'The update does not carry the publisher’s signature. It was not installed.',
  older: (version) => `The update server offers version ${version}, which is older than this one.`,
  'no-room': () => 'There is no room on this computer for the update.',
  'not-installed': (version) => `Version ${version} could not be installed.`,
};

function text(update: UpdateView): string {
  switch (update.state) {
    case 'off':
      return '';
    case 'looking':
      return 'Looking for an update…';
    case 'newest':
      return 'This is the newest version.';
    case 'loading':
      return `Loading version ${update.version}…`;
    case 'ready':
      return [
        `Version ${update.version} is ready.`,
        ...(update.again ? ['It was installed before without success.'] : []),
        ...(update.now ? [] : ['It can be installed when you are off site and everything is sent.']),
      ].join(' ');
    case 'installing':
      return `Installing version ${update.version}…`;
    case 'installed':
      return `Version ${update.version} is installed. It runs from the next start of OnSite.`;
    case 'failed':
      return `${faults[update.fault](update.version ?? '')} OnSite goes on as it is.`;
  }
}

/** Updates of the program, in English. */
export const updates = { updateText: text, installUpdate: 'Install and restart' };
