/** The ordinary life of a helper: what a run begins with, and what rules look at that need no script of their own. */
import { as, close, getIdentity, getMapiSession, handsOffSession, open, release, script } from './build.js';

export const survey = script(
  'the ordinary life of a helper',
  open(),
  getIdentity(256),
  as('get', getMapiSession()),
  release('session'),
  handsOffSession(),
  close(),
);
