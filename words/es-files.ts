import type { DatabaseFault, PolicyFault, ValueFault } from '../main/storage/faults.ts';
import type { files as en } from './en-files.ts';
import type { Shape } from './shape.ts';

const VALUES: Readonly<Record<ValueFault, (than: string) => string>> = {
  text: () => 'debe ser un texto',
  number: () => 'debe ser un número',
  whole: () => 'debe ser un número entero',
  'yes-no': () => 'debe ser true o false',
  list: () => 'debe ser una lista',
  choice: (than) => `debe ser uno de ${than}`,
  least: (than) => `debe ser ${than} o más`,
  most: (than) => `debe ser ${than} o menos`,
  empty: () => 'no debe estar vacío',
  'too-long': () => 'es demasiado largo',
  missing: () => 'falta',
  'unknown-key': () => 'no es un ajuste de OnSite',
  url: () => 'debe ser una dirección como https://api.example.com',
  https: () => 'debe empezar con https:// (http:// es solo para esta computadora)',
  loopback: () => 'debe ser una dirección de esta computadora, como http://127.0.0.1:8400/',
  'host-name': () => 'debe ser un nombre de host como files.example.com',
  time: () => 'debe ser una hora como 17:30',
  other: () => 'no se puede usar',
};

const place = (folder: string | null): string => (folder === null ? 'El archivo' : `Su carpeta ${folder}`);

/** Why a policy file is not used, as a sentence. */
function policyFault(fault: PolicyFault): string {
  switch (fault.code) {
    case 'setting':
      return `${fault.key} ${VALUES[fault.why](fault.than)}.`;
    case 'system-only':
      return `${fault.key} solo puede estar en el archivo de política del sistema.`;
    case 'no-settings':
      return 'No contiene ajustes. Van entre { y }.';
    case 'not-a-file':
      return 'No es un archivo normal.';
    case 'too-large':
      return 'Es mayor de 1 MB.';
    case 'json':
      return fault.line === null ? 'No es JSON válido.' : `No es JSON válido, vea la línea ${fault.line}.`;
    case 'foreign':
      return `${place(fault.folder)} pertenece a otro usuario. Debe ser de root o de usted.`;
    case 'writable':
      return `${place(fault.folder)} se deja escribir por otros que no son su dueño. Use chmod go-w.`;
    case 'unreadable':
      return `No se puede leer: ${fault.detail}.`;
  }
}

function databaseFault(fault: DatabaseFault): string {
  switch (fault.code) {
    case 'missing':
      return 'aquí no hay base de datos';
    case 'newer':
      return `escrita por un OnSite más nuevo (esquema ${fault.schema})`;
    case 'damaged':
      return fault.detail;
  }
}

/** The faults of the app's files, in Spanish. */
export const files: Shape<typeof en> = {
  policyFault,
  databaseFault,
  databaseNotSound: (fault) => `Con daños: ${databaseFault(fault)}`,
};
