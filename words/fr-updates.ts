import type { UpdateFault, UpdateView } from '../preload/contract.ts';
import type { updates as english } from './en-updates.ts';

const faults: Readonly<Record<UpdateFault, (version: string) => string>> = {
  unreachable: () => 'Le serveur de mises à jour n’a pas répondu, ou le téléchargement s’est interrompu.',
  redirected: () =>
    'Le serveur de mises à jour renvoie à une autre adresse, que votre entreprise n’a pas indiquée.',
  feed: () => 'Le serveur de mises à jour n’offre rien qu’OnSite puisse utiliser.',
  damaged: () => 'Le fichier téléchargé n’était pas celui qui a été publié. Il a été supprimé.',
  signature: () => 'La mise à jour ne porte pas la signature de l’éditeur. Elle n’a pas été installée.',
  older: (version) => `Le serveur de mises à jour offre la version ${version}, plus ancienne que celle-ci.`,
  'no-room': () => 'Il n’y a plus de place sur cet ordinateur pour la mise à jour.',
  'not-installed': (version) => `La version ${version} n’a pas pu être installée.`,
};

function text(update: UpdateView): string {
  switch (update.state) {
    case 'off':
      return '';
    case 'looking':
      return 'Recherche d’une mise à jour…';
    case 'newest':
      return 'C’est la version la plus récente.';
    case 'loading':
      return `Téléchargement de la version ${update.version}…`;
    case 'ready':
      return [
        `La version ${update.version} est prête.`,
        ...(update.again ? ['Elle a déjà été installée sans succès.'] : []),
        ...(update.now
          ? []
          : ['Elle peut être installée quand vous n’êtes pas sur place et que tout est envoyé.']),
      ].join(' ');
    case 'installing':
      return `Installation de la version ${update.version}…`;
    case 'installed':
      return `La version ${update.version} est installée. Elle fonctionnera au prochain démarrage d’OnSite.`;
    case 'failed':
      return `${faults[update.fault](update.version ?? '')} OnSite continue tel quel.`;
  }
}

/** Updates of the program, in French. */
export const updates: typeof english = { updateText: text, installUpdate: 'Installer et redémarrer' };
