import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';

import { areas, findStatement, statementIds } from '../../harness/catalogue/catalogue.js';
import { packageRoot } from '../../harness/setup/places.mjs';
import { rules } from '../../suites/index.js';

const suites = join(packageRoot(import.meta.url), 'suites');

describe('suites', () => {
  it('hold one file a rule, named after its id', () => {
    const judgedAreas = Object.keys(areas).filter((area) => existsSync(join(suites, area)));
    const files = judgedAreas.flatMap((area) =>
      readdirSync(join(suites, area)).map((file) => `${area}/${file.replace(/\.ts$/, '')}`),
    );
    expect(files.toSorted()).to.deep.equal(rules.map(({ id }) => id).toSorted());
  });

  it('judge every statement of the catalogue, in its order, or it says why not', () => {
    const judged = statementIds.filter((id) => findStatement(id)?.excluded === undefined);
    expect(rules.map(({ id }) => id)).to.deep.equal(judged);
  });
});
