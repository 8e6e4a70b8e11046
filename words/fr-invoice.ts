import type { InvoiceLine } from '../preload/contract.ts';
import type { invoice as en } from './en-invoice.ts';
import { hours } from './fr-numbers.ts';
import type { Shape } from './shape.ts';

const COUNTS: Readonly<Record<InvoiceLine['counts'][number], string>> = {
  short: 'Une présence a duré moins de 10 minutes : certains clients ne la comptent pas.',
  several: 'Plus d’une arrivée : certains clients comptent les visites qui n’en demandent qu’une.',
  late: 'Arrivée pointée après l’heure prévue.',
};

/** Why a line should be looked at before it is invoiced. */
function warnings(line: InvoiceLine): readonly string[] {
  const apart = Math.round(Math.abs(line.work - line.quarters) / 60_000);
  return [
    ...(line.fromThere ? [] : ['Votre propre registre : pas comparé à celui de ServiceChannel.']),
    ...(line.asked ? ['Demandé, pas modifié : le client a été prié de corriger une présence.'] : []),
    ...(line.missing ? ['Il manque une présence dans l’un des deux registres.'] : []),
    ...(line.open ? ['Un départ est encore à venir.'] : []),
    ...(apart > 0 ? [`Arrondi au quart d’heure, l’écart est de ${apart} min.`] : []),
    ...(line.order === 'invoiced' ? ['ServiceChannel dit que c’est déjà facturé.'] : []),
    ...(line.order === 'not-completed' ? ['Le bon de travail n’est pas encore terminé.'] : []),
  ];
}

const travelText = (line: InvoiceLine): string => (line.travel > 0 ? `, trajet ${hours(line.travel)} h` : '');

/** Invoice lines of a week, in French. */
export const invoice: Shape<typeof en> = {
  tabs: { days: 'Jours', invoice: 'Lignes de facture', proof: 'Preuve du temps' },
  invoiceLines: 'Lignes de facture',
  hours: 'Heures',
  quarters: 'En quarts',
  travelHours: 'Trajet',
  lookAt: 'À vérifier',
  copyText: 'Copier en texte',
  copyCsv: 'Copier en CSV',
  copied: 'Copié',
  invoiceHint: 'Techniciens × heures, telles que ServiceChannel les a là où elles ont été comparées.',
  hoursOf: hours,
  invoiceWarnings: warnings,
  clientCounts: (of) => COUNTS[of],
  invoiceText: (lines) =>
    lines
      .map((line) =>
        [`${line.workOrderId} : ${hours(line.work)} h${travelText(line)}`, ...warnings(line)].join('\n  '),
      )
      .join('\n'),
};
