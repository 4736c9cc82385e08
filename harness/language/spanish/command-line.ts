/** What the command line does for whoever types: completion, manual, progress, watching, the questions of init. */
export const commandLine = {
  '{what}: {done} of {of}': '{what}: {done} de {of}',
  scripts: 'guiones',
  sequences: 'secuencias',
  'random sequences': 'secuencias al azar',
  'soak cycles': 'ciclos de resistencia',
  'built-in helpers': 'helpers incluidos',
  'hostile DLLs': 'DLL hostiles',

  'The configuration has several helpers.': 'La configuración tiene varios helpers.',
  'Say which one: helper.': 'Diga cuál: helper.',
  'Select at least one check.': 'Seleccione al menos una comprobación.',
} as const;
