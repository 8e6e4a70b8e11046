import type { proof as en } from './en-proof.ts';
import type { Shape } from './shape.ts';

/** The proof of time of one work order, in French. */
export const proof: Shape<typeof en> = {
  chooseOrder: 'Bon de travail',
  savePdf: 'Enregistrer en PDF',
  proofOf: (workOrderId) => `Preuve du temps : bon de travail ${workOrderId}`,
  technicianIs: (name) => `Technicien : ${name}`,
  madeAt: (when) => `Fait par OnSite : ${when}, avec son propre registre et celui de ServiceChannel`,
  beside: 'Temps sur place',
  noProof: 'Rien de ce bon de travail n’a été signalé depuis cet ordinateur.',
  mechanicIds: 'MechanicIds',
  notComparedYet: 'Pas comparé',
  clickedAt: (what, when) => `${what} donné après coup : ${when}`,
  onlyThere: 'Chez ServiceChannel seulement',
  whatHappened: 'Pointages et réponses',
  notesSent: 'Notes au client',
  noteAt: (when, sent) => (sent ? when : `${when}, attend l’envoi`),
};
