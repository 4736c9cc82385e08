/** The ordinary life of a helper: asked for its name and its session, told to hand it off, let go. Run before all else. */
import { as, close, getIdentity, getMapiSession, handsOffSession, open, release, script } from '../script/build.js';

export const survey = script(
  'the ordinary life of a helper',
  open(),
  getIdentity(256),
  as('get', getMapiSession()),
  release('session'),
  handsOffSession(),
  close(),
);
