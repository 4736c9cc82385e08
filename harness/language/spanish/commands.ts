/** What commands print and remark, and their help. */
export const commands = {
  interrupted: 'interrumpido',
  'this is a fault of olkconform itself, not of your helper:':
    'esto es un fallo del propio olkconform, no de su helper:',
  '--apartment second-sta: {reason}; nothing was judged.': '--apartment second-sta: {reason}; no se juzgó nada.',
  '{id} is tolerated, but finds no fault any more: take it out of the configuration or the baseline (--update-baseline).':
    '{id} se tolera, pero ya no encuentra ninguna falta: quítelo de la configuración o de la línea base (--update-baseline).',
  '--session own: the helper was offered no session, and made none. One that hands out the client’s is judged with --session borrowed.':
    '--session own: al helper no se le ofreció ninguna sesión, y no hizo ninguna. Uno que entrega la del cliente se juzga con --session borrowed.',
  '--session borrowed: the helper hands out a session of its own all the same, and was judged as one that does. If it is to do so, say --session own.':
    '--session borrowed: el helper entrega de todos modos una sesión propia, y se juzgó como tal. Si debe hacerlo, diga --session own.',
  'an inconclusive check is no known failure. Mend what keeps it open, or leave it out: --skip {skip}':
    'una comprobación no concluyente no es un fallo conocido. Corrija lo que la deja abierta, o déjela fuera: --skip {skip}',
  'no check is left by {selection}; nothing was judged.':
    'con {selection} no queda ninguna comprobación; no se juzgó nada.',
  'no hostile DLL is called {only}; nothing was judged.': 'ninguna DLL hostil se llama {only}; no se juzgó nada.',
  '--apartment: hostile DLLs are judged in one apartment.':
    '--apartment: las DLL hostiles se juzgan en un solo apartamento.',
  'no built-in helper is called {only}; nothing was judged.':
    'ningún helper incluido se llama {only}; no se juzgó nada.',
  'none of these helpers can be called from {apartment}; nothing was judged.':
    'ninguno de estos helpers se puede llamar desde {apartment}; no se juzgó nada.',
  '{id}: {before} in the record, now {now}': '{id}: {before} en el registro, ahora {now}',
  '{id}: not judged in the record, now {now}': '{id}: no juzgado en el registro, ahora {now}',

  'create the helper': 'crear el helper',
  'create the helper ({name})': 'crear el helper ({name})',
  '… and {count} more step|… and {count} more steps': '… y {count} paso más|… y {count} pasos más',
  'A violation (built-in helper {name}): {summary}': 'Una infracción (helper incluido {name}): {summary}',
  'Source: {repository}, {page}, {heading}': 'Fuente: {repository}, {page}, {heading}',
  'Source: {repository} at {pinned}, {page}, {heading}': 'Fuente: {repository} en {pinned}, {page}, {heading}',
  'Not judged: {reason}.': 'No se juzga: {reason}.',
  'not judged: {reason}': 'no se juzga: {reason}',
  'What is done:': 'Qué se hace:',
  'How to fix: {remedy}': 'Cómo corregirlo: {remedy}',
} as const;
