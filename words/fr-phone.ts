import type { phone as en } from './en-phone.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

/** Checking in and out by phone, in French. */
export const phone: Shape<typeof en> = {
  title: 'Par téléphone',
  opens: 'Par téléphone…',
  line: PHONE_LINE,
  call: 'Appelez le',
  pin: 'Code PIN de l’entreprise',
  arrive: 'Attendez d’entendre que votre arrivée est enregistrée.',
  leave: (digit, status) => {
    if (status === null) return 'Tapez le chiffre du statut que vous choisissez.';
    return digit === null
      ? `Tapez le chiffre que la voix indique pour ${status}.`
      : `Tapez ${digit} pour ${status}. La voix a le dernier mot.`;
  },
  recorded: 'L’appel est enregistré',
  notYet: 'ServiceChannel ne montre pas encore l’appel. Cela peut prendre une minute.',
  look: 'Chercher l’appel',
};
