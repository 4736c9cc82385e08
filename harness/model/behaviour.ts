/** Whose session a helper hands out, as the provider saw it; `unknown`: none was seen to be handed out. */
export type Behaviour = 'own' | 'borrowed' | 'unknown';
