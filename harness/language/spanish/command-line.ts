/** What the command line does for whoever types: completion, manual, progress, watching, the questions of init. */
export const commandLine = {
  '{what}: {done} of {of}': '{what}: {done} de {of}',
  scripts: 'guiones',
  sequences: 'secuencias',
  'random sequences': 'secuencias al azar',
  'soak cycles': 'ciclos de resistencia',
  'built-in helpers': 'helpers incluidos',
  'hostile DLLs': 'DLL hostiles',
} as const;
