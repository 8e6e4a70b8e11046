import { Button } from '../ui/button.tsx';
import { useEscape } from '../ui/escape.ts';
import { t } from '../ui/first-words.ts';
import { goBack } from './view.ts';

/** Leaves a view to what is shown without it, as Esc does. */
export function CloseView({ look }: { readonly look?: 'link' }) {
  useEscape(goBack);
  return (
    <Button look={look} onClick={goBack}>
      {t().back}
    </Button>
  );
}
