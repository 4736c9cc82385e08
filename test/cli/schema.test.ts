import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsOfAjv from 'ajv-formats';
import { expect } from 'chai';
import * as z from 'zod/mini';

import { configurationFileSchema } from '../../harness/cli/configuration-schema.js';
import { jsonSchemaText, type SchemaName } from '../../harness/cli/json-schemas.js';
import { schemaNames } from '../../harness/cli/schema.js';
import { sampleRecord } from '../reports/sample-record.js';
import { olkconform, root } from './olkconform.js';

const published = (name: SchemaName): string => readFileSync(join(root, 'schemas', `${name}.schema.json`), 'utf8');

function validatorOf(name: SchemaName): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  formatsOfAjv.default(ajv);
  return ajv.compile(z.looseObject({}).parse(JSON.parse(published(name))));
}

describe('schemas/', () => {
  it('has what olkconform schema prints: olkconform schema NAME > schemas/NAME.schema.json', async () => {
    for (const name of schemaNames) expect(published(name), name).to.equal(jsonSchemaText(name));
    const { stdout, status } = await olkconform(['schema', 'config']);
    expect([stdout, status]).to.deep.equal([published('config'), 0]);
  });

  it('takes what olkconform takes, and refuses what it refuses', () => {
    const isValid = validatorOf('config');
    const helper = { name: 'a', dll: 'a.dll' };
    const cases: [unknown, boolean][] = [
      [{}, true],
      [{ $schema: 'x', dll: 'a.dll', only: 'abi', report: ['json=a'] }, true],
      [{ clsid: '{01234567-89AB-cdef-0123-456789abcdef}' }, true],
      [{ clsid: 'mine' }, false],
      [{ helpers: [helper], timeout: 5, tolerate: [{ id: 'a/b', reason: 'why', until: '2027-01-31' }] }, true],
      [{ helpers: [] }, false],
      [{ helpers: [{ dll: 'a.dll' }] }, false],
      [{ helpers: [{ ...helper, name: '../a' }] }, false],
      [{ only: [''] }, false],
      [{ timeout: 0 }, false],
      [{ dl: 'a.dll' }, false],
      [{ tolerate: [{ id: 'a/b', reason: '' }] }, false],
      [{ tolerate: [{ id: 'a/b', reason: 'why', until: '2027-02-30' }] }, false],
    ];
    for (const [value, wanted] of cases) {
      expect(isValid(value), JSON.stringify(value)).to.equal(wanted);
      expect(configurationFileSchema.safeParse(value).success, JSON.stringify(value)).to.equal(wanted);
    }
  });

  it('takes a run record, and refuses half of one', () => {
    const isValid = validatorOf('run-record');
    const record = sampleRecord();
    expect(isValid(record), JSON.stringify(isValid.errors)).to.equal(true);
    const { checks: _checks, ...half } = record;
    expect(isValid(half)).to.equal(false);
    expect(isValid({ ...record, checks: [{ id: 'a/b' }] })).to.equal(false);
  });

  it('says of every option what it is', () => {
    const { properties } = z
      .object({ properties: z.record(z.string(), z.looseObject({ description: z.string() })) })
      .parse(JSON.parse(published('config')));
    expect(Object.keys(properties)).to.have.members(Object.keys(configurationFileSchema.shape));
  });
});
