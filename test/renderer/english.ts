import { load, speakIn } from '../../renderer/ui/language.ts';
import '../../renderer/ui/first-words.ts';
import '../../renderer/ui/words.ts';

// A page has its words by its first snapshot; tests of its parts have the English ones.
await load('en');
speakIn('en');
