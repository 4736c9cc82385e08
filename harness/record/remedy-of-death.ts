/** What helps wherever a call did not come back, before what the check itself advises; how to fix abi/no-crash, whose texts are translated. */
export const remedyOfDeath = 'The steps lead to the call that did not come back; run them under a debugger.';
