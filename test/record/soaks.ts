import type { Soak, SoakSample } from '../../harness/record/soak.js';

export const still: SoakSample = {
  cycle: 0,
  references: 0,
  sessions: 0,
  handles: 212,
  threads: 14,
  privateBytes: 61_000_000,
  gdiObjects: 3,
  userObjects: 7,
};

/** A hundred samples of so many cycles. */
export function soakOf(cycles: number, at: (cycle: number) => Partial<SoakSample>, count = 100): Soak {
  const samples = Array.from({ length: count + 1 }, (_, index) => {
    const cycle = Math.round((cycles * index) / count);
    return { ...still, cycle, ...at(cycle) };
  });
  return { cycles, micros: cycles, samples, death: null };
}
