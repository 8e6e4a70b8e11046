import type { UpdateFault, UpdateView } from '../preload/contract.ts';
import type { updates as english } from './en-updates.ts';

const faults: Readonly<Record<UpdateFault, (version: string) => string>> = {
  unreachable: () => 'El servidor de actualizaciones no respondió, o la descarga se interrumpió.',
  redirected: () => 'El servidor de actualizaciones remite a otra dirección, que su empresa no indicó.',
  feed: () => 'El servidor de actualizaciones no ofrece nada que OnSite pueda usar.',
  damaged: () => 'La descarga no era lo que se publicó. Se borró.',
  signature: () => 'La actualización no lleva la firma del editor. No se instaló.',
  older: (version) => `El servidor de actualizaciones ofrece la versión ${version}, más antigua que esta.`,
  'no-room': () => 'No hay espacio en esta computadora para la actualización.',
  'not-installed': (version) => `No se pudo instalar la versión ${version}.`,
};

function text(update: UpdateView): string {
  switch (update.state) {
    case 'off':
      return '';
    case 'looking':
      return 'Buscando una actualización…';
    case 'newest':
      return 'Esta es la versión más reciente.';
    case 'loading':
      return `Descargando la versión ${update.version}…`;
    case 'ready':
      return [
        `La versión ${update.version} está lista.`,
        ...(update.again ? ['Ya se instaló antes sin éxito.'] : []),
        ...(update.now ? [] : ['Se puede instalar cuando usted no esté en un sitio y todo esté enviado.']),
      ].join(' ');
    case 'installing':
      return `Instalando la versión ${update.version}…`;
    case 'installed':
      return `La versión ${update.version} está instalada. Funcionará a partir del próximo inicio de OnSite.`;
    case 'failed':
      return `${faults[update.fault](update.version ?? '')} OnSite sigue como está.`;
  }
}

/** Updates of the program, in Spanish. */
export const updates: typeof english = { updateText: text, installUpdate: 'Instalar y reiniciar' };
