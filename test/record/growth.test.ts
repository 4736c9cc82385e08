import { expect } from 'chai';
import { assert as always, constantFrom, integer, property, tuple } from 'fast-check';

import { growthOf, measures, type Measure } from '../../harness/record/growth.js';
import type { Soak, SoakSample } from '../../harness/record/soak.js';
import { soakOf, still } from './soaks.js';

function leaks(soak: Soak): Measure[] {
  return measures.filter((measure) => growthOf(soak, measure)?.isLeak === true);
}

/** Comes and goes as memory does that is collected now and then; the same in every run. */
function noise(cycle: number, size: number): number {
  return Math.round(((Math.sin(cycle * 12.9898) * 43_758.5453) % 1) * size);
}

describe('growthOf', () => {
  it('finds one reference in a million cycles', () => {
    for (const cycles of [2_000_000, 3_000_000, 10_000_000]) {
      const soak = soakOf(cycles, (cycle) => ({ references: Math.floor(cycle / 1_000_000) }));
      expect(leaks(soak), String(cycles)).to.deep.equal(['references']);
    }
  });

  it('finds sixteen bytes in a cycle, in noise', () => {
    for (const cycles of [200_000, 1_000_000])
      expect(
        leaks(soakOf(cycles, (cycle) => ({ privateBytes: 61_000_000 + cycle * 16 + noise(cycle, 300_000) }))),
      ).to.deep.equal(['privateBytes']);
  });

  for (const measure of ['handles', 'threads', 'gdiObjects', 'userObjects'] as const)
    it(`finds growth of ${measure}`, () => {
      const soak = soakOf(100_000, (cycle) => ({ [measure]: still[measure] + Math.floor(cycle / 2_000) }));
      expect(leaks(soak)).to.deep.equal([measure]);
    });

  it('says how fast it grows', () => {
    const growth = growthOf(
      soakOf(100_000, (cycle) => ({ privateBytes: 1_000 + 32 * cycle })),
      'privateBytes',
    );
    expect(growth?.perCycle).to.equal(32);
  });

  it('takes nothing for growth that comes and goes, fills up, or is made once', () => {
    const harmless: Record<string, (cycle: number) => Partial<SoakSample>> = {
      still: () => ({}),
      noise: (cycle) => ({
        handles: 200 + noise(cycle, 40),
        threads: 14 + noise(cycle, 6),
        privateBytes: 61_000_000 + noise(cycle, 8_000_000),
      }),
      'a cache that fills': (cycle) => ({ privateBytes: 61_000_000 + 9_000_000 * Math.min(1, cycle / 80_000) }),
      'made once, and late': (cycle) => ({
        handles: cycle > 450_000 ? 400 : 200,
        threads: cycle > 550_000 ? 40 : 14,
        privateBytes: cycle > 500_000 ? 90_000_000 : 61_000_000,
        userObjects: cycle > 500_000 ? 100 : 7,
      }),
      'collected now and then': (cycle) => ({ privateBytes: 61_000_000 + ((cycle * 16) % 4_000_000) }),
      'less and less': (cycle) => ({ privateBytes: 61_000_000 - cycle * 4, handles: 900 - Math.floor(cycle / 2_000) }),
      'a session that is kept for the next life, now and then': (cycle) => ({
        references: (cycle / 10_000) % 2,
        sessions: (cycle / 10_000) % 2,
      }),
    };
    for (const [name, at] of Object.entries(harmless)) expect(leaks(soakOf(1_000_000, at)), name).to.deep.equal([]);
  });

  it('finds every steady leak that is more than the noise', () => {
    always(
      property(
        tuple(constantFrom(...measures), integer({ min: 60, max: 100_000 }), integer({ min: 1_000, max: 10_000_000 })),
        ([measure, count, cycles]) => {
          const grown = measure === 'privateBytes' ? count * 65_536 : count;
          const soak = soakOf(cycles, (cycle) => ({ [measure]: Math.floor((grown * cycle) / cycles) }));
          expect(growthOf(soak, measure)?.isLeak).to.equal(true);
        },
      ),
    );
  });

  it('does not tell where there are too few samples', () => {
    expect(
      growthOf(
        soakOf(1_000, () => ({}), 5),
        'handles',
      ),
    ).to.equal(undefined);
  });
});
