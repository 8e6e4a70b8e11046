import type { proof as en } from './en-proof.ts';
import type { Shape } from './shape.ts';

/** The proof of time of one work order, in Spanish. */
export const proof: Shape<typeof en> = {
  chooseOrder: 'Orden de trabajo',
  savePdf: 'Guardar como PDF',
  proofOf: (workOrderId) => `Comprobante de tiempo: orden de trabajo ${workOrderId}`,
  technicianIs: (name) => `Técnico: ${name}`,
  madeAt: (when) => `Hecho por OnSite: ${when}, con su propio registro y el de ServiceChannel`,
  beside: 'Tiempo en sitio',
  noProof: 'Nada de esta orden de trabajo se reportó desde esta computadora.',
  mechanicIds: 'MechanicIds',
  notComparedYet: 'Sin comparar',
  clickedAt: (what, when) => `${what} indicada después: ${when}`,
  onlyThere: 'Solo en ServiceChannel',
  whatHappened: 'Reportes y respuestas',
  notesSent: 'Notas al cliente',
  noteAt: (when, sent) => (sent ? when : `${when}, espera el envío`),
};
