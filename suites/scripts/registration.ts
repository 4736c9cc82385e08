import { as, script } from '../../harness/script/build.js';

export const registeredAndUnregistered = script(
  'register the DLL and take it back',
  as('register', { do: 'registerServer', undo: false }),
  as('unregister', { do: 'registerServer', undo: true }),
);
