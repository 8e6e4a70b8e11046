import { Button } from '../ui/button.tsx';
import { send, snapshot } from '../ui/snapshot.ts';
import { t } from '../ui/words.ts';

/** How it stands with updates of the program; nothing where the company names no feed. */
export function Update() {
  const update = snapshot.value?.update;
  if (!update || update.state === 'off') return null;
  return (
    <>
      <p class={update.state === 'failed' ? 'error' : 'soft'} role="status">
        {t().updateText(update)}
      </p>
      {update.state === 'ready' && update.now && (
        <div class="buttons left">
          <Button onClick={() => void send('settings:install-update', null)}>{t().installUpdate}</Button>
        </div>
      )}
    </>
  );
}
