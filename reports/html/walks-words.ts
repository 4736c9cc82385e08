/** What the page says of random sequences and of many lives, in both languages. */
import type { Language } from '../../harness/language/language.js';
import type { Measure } from '../../harness/record/growth.js';

export interface WalksWords {
  readonly random: {
    readonly heading: string;
    readonly tried: (sequences: number, steps: number, seed: number) => string;
    readonly none: string;
    readonly found: (length: number, from: number) => string;
    readonly asYaml: string;
    readonly asCpp: string;
  };
  readonly soak: {
    readonly heading: string;
    readonly lived: (lives: number, seconds: string) => string;
    readonly measures: Readonly<Record<Measure, string>>;
    readonly flat: string;
    readonly grows: (rise: string, perLife: string) => string;
    readonly untold: string;
    readonly between: (least: string, most: string) => string;
    readonly warmUp: string;
    readonly life: string;
    readonly asTable: string;
  };
}

const english: WalksWords = {
  random: {
    heading: 'Random sequences',
    tried: (sequences, steps, seed) =>
      `${String(sequences)} sequences of ${String(steps)} calls in all were made at random from seed ${String(seed)}, each for a fresh helper.`,
    none: 'None of them found a fault.',
    found: (length, from) =>
      `One found a fault. Of its ${String(from)} calls these ${String(length)} are enough to show one:`,
    asYaml: 'As a file for --sequence',
    asCpp: 'As C++, to be run under a debugger',
  },
  soak: {
    heading: 'Many lives',
    lived: (lives, seconds) =>
      `${String(lives)} helpers lived an ordinary life, one after the other, in ${seconds} s. What the process held meanwhile:`,
    measures: {
      references: 'References to sessions',
      sessions: 'Sessions that somebody holds',
      handles: 'Handles',
      threads: 'Threads',
      privateBytes: 'Private bytes',
      gdiObjects: 'GDI objects',
      userObjects: 'USER objects',
    },
    flat: 'does not grow',
    grows: (rise, perLife) => `grows: ${rise} more, ${perLife} in a life`,
    untold: 'too few samples to tell',
    between: (least, most) => `from ${least} to ${most}`,
    warmUp: 'The grey part is left out: caches fill in it.',
    life: 'Lives',
    asTable: 'As a table',
  },
};

const spanish: WalksWords = {
  random: {
    heading: 'Secuencias al azar',
    tried: (sequences, steps, seed) =>
      `Se hicieron al azar, a partir de la semilla ${String(seed)}, ${String(sequences)} secuencias de ${String(steps)} llamadas en total, cada una para un helper nuevo.`,
    none: 'Ninguna encontró un fallo.',
    found: (length, from) =>
      `Una encontró un fallo. De sus ${String(from)} llamadas bastan estas ${String(length)} para mostrar uno:`,
    asYaml: 'Como archivo para --sequence',
    asCpp: 'En C++, para ejecutarla con un depurador',
  },
  soak: {
    heading: 'Muchas vidas',
    lived: (lives, seconds) =>
      `${String(lives)} helpers vivieron una vida corriente, uno tras otro, en ${seconds} s. Lo que tenía mientras tanto el proceso:`,
    measures: {
      references: 'Referencias a sesiones',
      sessions: 'Sesiones retenidas',
      handles: 'Identificadores (handles)',
      threads: 'Hilos',
      privateBytes: 'Bytes privados',
      gdiObjects: 'Objetos GDI',
      userObjects: 'Objetos USER',
    },
    flat: 'no crece',
    grows: (rise, perLife) => `crece: ${rise} de más, ${perLife} por vida`,
    untold: 'demasiado pocas muestras para saberlo',
    between: (least, most) => `de ${least} a ${most}`,
    warmUp: 'La parte gris no cuenta: en ella se llenan las cachés.',
    life: 'Vidas',
    asTable: 'Como tabla',
  },
};

export const walksWords: Readonly<Record<Language, WalksWords>> = { en: english, es: spanish };
