import type { DatabaseFault, PolicyFault, ValueFault } from '../main/storage/faults.ts';

const VALUES: Readonly<Record<ValueFault, (than: string) => string>> = {
  text: () => 'must be text',
  number: () => 'must be a number',
  whole: () => 'must be a whole number',
  'yes-no': () => 'must be true or false',
  list: () => 'must be a list',
  choice: (than) => `must be one of ${than}`,
  least: (than) => `must be ${than} or more`,
  most: (than) => `must be ${than} or less`,
  empty: () => 'must not be empty',
  'too-long': () => 'is too long',
  missing: () => 'is missing',
  'unknown-key': () => 'is not a setting of OnSite',
  url: () => 'must be an address like https://api.example.com',
  https: () => 'must start with https:// (http:// is for this computer alone)',
  loopback: () => 'must be an address of this computer, like http://127.0.0.1:8400/',
  'host-name': () => 'must be a host name like files.example.com',
  time: () => 'must be a time like 17:30',
  other: () => 'cannot be used',
};

const place = (folder: string | null): string => (folder === null ? 'The file' : `Its folder ${folder}`);

/** Why a policy file is not used, as a sentence. */
function policyFault(fault: PolicyFault): string {
  switch (fault.code) {
    case 'setting':
      return `${fault.key} ${VALUES[fault.why](fault.than)}.`;
    case 'system-only':
      return `${fault.key} may be in the system’s policy file only.`;
    case 'no-settings':
      return 'It holds no settings. They stand between { and }.';
    case 'not-a-file':
      return 'It is not a regular file.';
    case 'too-large':
      return 'It is larger than 1 MB.';
    case 'json':
      return fault.line === null ? 'It is not valid JSON.' : `It is not valid JSON, see line ${fault.line}.`;
    case 'foreign':
      return `${place(fault.folder)} belongs to another user. It must be root’s or yours.`;
    case 'writable':
      return `${place(fault.folder)} may be written by others than its owner. Use chmod go-w.`;
    case 'unreadable':
      return `It cannot be read: ${fault.detail}.`;
  }
}

function databaseFault(fault: DatabaseFault): string {
  switch (fault.code) {
    case 'missing':
      return 'there is no database here';
    case 'newer':
      return `written by a newer OnSite (schema ${fault.schema})`;
    case 'damaged':
      return fault.detail;
  }
}

/** The faults of the app's files, in English. */
export const files = {
  policyFault,
  databaseFault,
  databaseNotSound: (fault: DatabaseFault) => `Not sound: ${databaseFault(fault)}`,
} as const;
