/** The orders in which the lives of a session and of its helper can end, shared by several rules. */
import { as, close, getMapiSession, handsOffSession, open, release, script } from '../../harness/script/build.js';

export const releasedThenHandedOff = script(
  'ask for the session, release it, hand off',
  open(),
  as('get', getMapiSession()),
  as('released', release('session')),
  as('handsOff', handsOffSession()),
  release('helper'),
  as('end', release('unknown')),
);

export const handedOffThenReleased = script(
  'ask for the session, hand off, release it',
  open(),
  as('get', getMapiSession()),
  as('handsOff', handsOffSession()),
  as('released', release('session')),
  release('helper'),
  as('end', release('unknown')),
);

export const handedOffTwice = script(
  'ask for the session, hand off twice, release it',
  open(),
  as('get', getMapiSession()),
  as('first', handsOffSession()),
  as('second', handsOffSession()),
  as('released', release('session')),
  close(),
);

export const handedOffTwiceAfterRelease = script(
  'ask for the session, release it, hand off twice',
  open(),
  as('get', getMapiSession()),
  release('session'),
  as('first', handsOffSession()),
  as('second', handsOffSession()),
  close(),
);

export const neverHandedOff = script(
  'ask for the session, release it, release the helper without HandsOffSession',
  open(),
  getMapiSession(),
  release('session'),
  release('helper'),
  as('end', release('unknown')),
);

export const askedAgain = script(
  'ask for the session, again, and after handing it off',
  open(),
  as('first', getMapiSession('first')),
  as('second', getMapiSession('second')),
  handsOffSession(),
  as('afterHandsOff', getMapiSession('third')),
  release('third'),
  release('second'),
  release('first'),
  close(),
);
