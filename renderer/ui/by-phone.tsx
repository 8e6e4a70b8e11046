import { Note } from './alert.tsx';
import { t } from './words.ts';

/** The visit is kept here only: ServiceChannel hears of it by phone. */
export function ByPhone() {
  return (
    <Note warn>
      <p class="by-phone">{t().byPhone}</p>
      <p>{t().byPhoneAdvice}</p>
    </Note>
  );
}
