/**
 * Something that the set-up cannot mend by itself. Its message is one line that says what is wrong; the remedy is what
 * the user is to type; the details are the last lines of the program that failed, if one did.
 */
export class SetupProblem extends Error {
  /**
   * @param {string} message
   * @param {{ remedy?: string, details?: readonly string[] }} [more]
   */
  constructor(message, { remedy, details = [] } = {}) {
    super(message);
    this.name = 'SetupProblem';
    this.remedy = remedy;
    this.details = details;
  }

  /**
   * What is shown: the details first, so that the line that says what to do is the last one read.
   * @returns {string}
   */
  report() {
    const line = this.remedy === undefined ? this.message : `${this.message} Run: ${this.remedy}`;
    return [...this.details.map((detail) => `  | ${detail}`), `olkconform set-up: ${line}`].join('\n');
  }
}
