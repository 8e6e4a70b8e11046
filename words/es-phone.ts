import type { phone as en } from './en-phone.ts';
import { PHONE_LINE } from './phone-line.ts';
import type { Shape } from './shape.ts';

/** Checking in and out by phone, in Spanish. */
export const phone: Shape<typeof en> = {
  title: 'Por teléfono',
  opens: 'Por teléfono…',
  line: PHONE_LINE,
  call: 'Llame al',
  pin: 'PIN de la empresa',
  arrive: 'Espere hasta oír que su entrada quedó registrada.',
  leave: (digit, status) => {
    if (status === null) return 'Marque el dígito del estado que elija.';
    return digit === null
      ? `Marque el dígito que la voz indique para ${status}.`
      : `Marque ${digit} para ${status}. Vale lo que diga la voz.`;
  },
  recorded: 'La llamada quedó registrada',
  notYet: 'ServiceChannel aún no muestra la llamada. Puede tardar un minuto.',
  look: 'Buscar la llamada',
};
