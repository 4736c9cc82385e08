import type { AreaTexts } from '../area-texts.js';

export const sequence: AreaTexts<'sequence'> = {
  exhaustive: {
    title: 'responde a toda secuencia corta como debe un helper de su clase',
    requirement:
      'Toda secuencia de llamadas hasta una profundidad dada, cada una con un helper nuevo, concuerda con el comportamiento documentado.',
    howToFix:
      'Los pasos son los más cortos que muestran el fallo. Corrija lo que incumple la comprobación que se nombra; olkconform explain dice cómo.',
  },
  random: {
    title: 'responde a largas secuencias al azar como debe un helper de su clase',
    requirement: 'Las largas secuencias de llamadas al azar concuerdan con el comportamiento documentado.',
    howToFix:
      'Los pasos son la secuencia más corta que se encontró; el informe la tiene en C++, para ejecutarla con un depurador, y como archivo para --sequence.',
  },
  deterministic: {
    title: 'responde a la misma secuencia de la misma manera',
    requirement: 'La misma secuencia de llamadas con otro helper nuevo trae las mismas respuestas.',
    howToFix:
      'Haga que ninguna respuesta dependa de lo que otros helpers hicieron antes, del reloj ni de memoria que nunca se inicializó.',
  },
};

export const soak: AreaTexts<'soak'> = {
  'no-growth': {
    title: 'no crece a lo largo de muchos ciclos',
    requirement:
      'Referencias, identificadores, hilos y memoria se mantienen estables a lo largo de muchas vidas de helpers.',
    howToFix:
      'Libere en todas las salidas lo que un helper toma mientras vive, también lo que toma solo de vez en cuando; la gráfica de la página HTML muestra desde cuándo crece.',
  },
};
