/** Every message in Spanish, under its English text. `|` parts the form for one from the form for any other count. */
import { areaTitles } from './areas.js';
import { certificates } from './certificates.js';
import { commandLine } from './command-line.js';
import { commands } from './commands.js';
import { doctor } from './doctor.js';
import { errors } from './errors.js';
import { help } from './help.js';
import { recordings } from './recordings.js';
import { reports } from './reports.js';
import { runs } from './runs.js';
import { ownSequences } from './sequences.js';

export const messages = {
  ...errors,
  ...commandLine,
  ...commands,
  ...doctor,
  ...help,
  ...recordings,
  ...reports,
  ...certificates,
  ...runs,
  ...ownSequences,
  ...areaTitles,
} as const;
