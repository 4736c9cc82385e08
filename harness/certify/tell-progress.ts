import type { Message } from '../language/message.js';

/** Told how far long work is: `done` parts of `of`. Called as often as one likes; what comes of it is the listener's. */
export type TellProgress = (what: Message, done: number, of: number) => void;
