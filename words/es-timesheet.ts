import type { DayRecord, FileFault, LeftAs, SheetPair } from '../preload/contract.ts';
import type { sheet as en } from './en-timesheet.ts';
import { invoice } from './es-invoice.ts';
import { counted } from './es-numbers.ts';
import { proof } from './es-proof.ts';
import { sheetRecord } from './es-timesheet-record.ts';
import type { Shape } from './shape.ts';

function record(of: DayRecord): string {
  switch (of.kind) {
    case 'matches':
      return 'Coincide';
    case 'differs':
      return `Difiere ${of.minutes} min`;
    case 'only-there':
      return 'Solo en ServiceChannel';
    case 'only-here':
      return 'Solo aquí';
    case 'not-compared':
      return 'Sin comparar';
    case 'waiting':
      return `${of.count} por enviar`;
  }
}

const LEFT: Readonly<Record<LeftAs, string>> = {
  open: 'Abierta',
  paused: 'En pausa',
  Completed: 'Terminado',
  Incomplete: 'Vuelvo después',
  PartsOnOrder: 'Piezas pedidas',
  WaitingForQuote: 'Espera de cotización',
  InProgress: 'En curso',
  NoStatusChange: 'Sin cambio de estado',
};

const STATES: Readonly<Record<SheetPair['state'], string>> = {
  recorded: 'Registrado',
  kept: 'Lo captura el cliente',
  waiting: 'Por enviar',
  unconfirmed: 'No se sabe',
  refused: 'Rechazado',
};

function fileNotWritten(path: string, fault: FileFault): string {
  const kept = `${path} no se escribió, y lo que había antes quedó como estaba.`;
  switch (fault.code) {
    case 'full':
      return `No hay espacio en ese disco. ${kept} Libere espacio, o elija otra carpeta.`;
    case 'denied':
      return `Usted no puede escribir ahí. ${kept} Elija otra carpeta.`;
    case 'locked':
      return `Otro programa tiene abierto ese archivo. ${kept} Ciérrelo ahí, o elija otro nombre.`;
    case 'gone':
      return `Esa carpeta no está. ${kept} Elija otra carpeta.`;
    case 'other':
      return `El archivo no se pudo escribir (${fault.detail}). ${kept} Elija otra carpeta.`;
  }
}

/** The Timesheet window, in Spanish. */
export const sheet: Shape<typeof en> = {
  ...sheetRecord,
  ...invoice,
  ...proof,
  previousWeek: 'Semana anterior',
  thisWeek: 'Esta semana',
  nextWeek: 'Semana siguiente',
  exportCsv: 'Exportar CSV',
  print: 'Imprimir',
  days: 'Días',
  pairs: 'Entradas y salidas',
  byOrder: 'Por orden de trabajo',
  store: 'Tienda',
  in: 'Entrada',
  out: 'Salida',
  time: 'Tiempo',
  left: 'Quedó',
  recordColumn: 'Registro',
  onSite: 'En sitio',
  paused: 'En pausa',
  inQuestion: 'En duda',
  total: 'total',
  pausedTotal: (time) => `en pausa ${time}`,
  orders: (count) => counted(count, 'orden de trabajo', 'órdenes de trabajo'),
  nothing: 'Nada',
  record,
  leftAs: (of) => LEFT[of],
  state: (of, by) => (by === 'phone' && of === 'recorded' ? 'Por teléfono' : STATES[of]),
  savedTo: (path) => `Guardado en ${path}`,
  signedOut: 'Inicie sesión para ver sus semanas.',
  emptyWeek: 'En esta semana no se reportó nada desde esta computadora.',
  fileNotWritten,
};
