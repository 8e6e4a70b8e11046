import { dialog } from 'electron';
import { NewerSchemaError } from '../storage/database.ts';
import type { Storage } from '../storage/storage.ts';

function explain(error: unknown, folder: string): string {
  if (error instanceof NewerSchemaError)
    return `The records in ${folder} were written by a newer OnSite. They were left as they are. Install the newest OnSite and start it again.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `OnSite cannot keep records in ${folder} (${reason}). Nothing was changed. Free some space or allow writing there, then start OnSite again.`;
}

/** Opens the data folder, or says why not: an app that cannot keep a click must not take one. */
export function openOrExplain(folder: string, open: () => Storage): Storage | null {
  try {
    return open();
  } catch (error) {
    dialog.showErrorBox('OnSite cannot start', explain(error, folder));
    return null;
  }
}
