/** What is noted while a run is traced, in the order of a run. */
export const marks = [
  'controller started',
  'controller up',
  'server asked for',
  'server there',
  'child asked for',
  'child started',
  'child up',
  'edge-js being loaded',
  'edge-js loaded',
  'CLR started',
  'ready',
  'opened',
  'finished',
  'child ends',
  'child gone',
  'controller ends',
] as const;
export type Mark = (typeof marks)[number];
