import type { InvoiceLine } from '../preload/contract.ts';
import type { invoice as en } from './en-invoice.ts';
import { hours } from './es-numbers.ts';
import type { Shape } from './shape.ts';

const COUNTS: Readonly<Record<InvoiceLine['counts'][number], string>> = {
  short: 'Una estancia duró menos de 10 minutos: algunos clientes no la cuentan.',
  several: 'Más de una entrada: algunos clientes cuentan las visitas que solo necesitan una.',
  late: 'La entrada fue después de la hora programada.',
};

/** Why a line should be looked at before it is invoiced. */
function warnings(line: InvoiceLine): readonly string[] {
  const apart = Math.round(Math.abs(line.work - line.quarters) / 60_000);
  return [
    ...(line.fromThere ? [] : ['Registro propio: no se comparó con el de ServiceChannel.']),
    ...(line.asked ? ['Pedido, sin cambiar: se pidió al cliente que corrija una estancia.'] : []),
    ...(line.missing ? ['A uno de los dos registros le falta una estancia.'] : []),
    ...(line.open ? ['Falta una salida.'] : []),
    ...(apart > 0 ? [`Redondeado al cuarto de hora, difiere ${apart} min.`] : []),
    ...(line.order === 'invoiced' ? ['ServiceChannel dice que ya está facturada.'] : []),
    ...(line.order === 'not-completed' ? ['La orden de trabajo no está terminada todavía.'] : []),
  ];
}

const travelText = (line: InvoiceLine): string =>
  line.travel > 0 ? `, traslado ${hours(line.travel)} h` : '';

/** Invoice lines of a week, in Spanish. */
export const invoice: Shape<typeof en> = {
  tabs: { days: 'Días', invoice: 'Líneas de factura', proof: 'Comprobante de tiempo' },
  invoiceLines: 'Líneas de factura',
  hours: 'Horas',
  quarters: 'En cuartos',
  travelHours: 'Traslado',
  lookAt: 'Para revisar',
  copyText: 'Copiar como texto',
  copyCsv: 'Copiar como CSV',
  copied: 'Copiado',
  invoiceHint: 'Técnicos × horas, como las tiene ServiceChannel donde se compararon.',
  hoursOf: hours,
  invoiceWarnings: warnings,
  clientCounts: (of) => COUNTS[of],
  invoiceText: (lines) =>
    lines
      .map((line) =>
        [`${line.workOrderId}: ${hours(line.work)} h${travelText(line)}`, ...warnings(line)].join('\n  '),
      )
      .join('\n'),
};
