import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { t } from '../ui/words.ts';
import { goBack } from './view.ts';

/** Leaves the form to the visit that goes on. */
export function CloseSwitch() {
  useEscape(goBack);
  return (
    <Button look="link" onClick={goBack}>
      {t().back}
    </Button>
  );
}
