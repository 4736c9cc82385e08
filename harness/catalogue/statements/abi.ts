import { source } from '../source.js';
import type { Area } from '../statement.js';

export const abiArea = {
  title: 'The binary contract',
  statements: {
    'no-exception': {
      level: 'must',
      title: 'lets no exception out of a method',
      requirement: 'No C++ or structured exception leaves a method: what goes wrong comes back as an HRESULT.',
      source: source('W32', 'com/interface-design-rules', 'Interface Design Rules'),
    },
    'no-crash': {
      level: 'must',
      title: 'comes back from every call',
      requirement: 'No call ends the process, overflows its stack or hangs.',
      source: source('W32', 'com/interface-design-rules', 'Interface Design Rules'),
    },
    'hresult-form': {
      level: 'should',
      title: 'returns HRESULTs whose bits make sense',
      requirement:
        'The reserved bits are zero and the facility is one that exists; codes of its own only in FACILITY_ITF.',
      source: source('W32', 'com/codes-in-facility-itf', 'Codes in FACILITY_ITF'),
    },
    'in-out-on-error': {
      level: 'must',
      title: 'leaves in-out values valid when it fails',
      requirement: 'When GetIdentity fails, *pcch is as it was, or holds the size of the profile name.',
      source: source('W32', 'com/memory-management-rules', 'Memory Management Rules'),
    },
    registers: {
      level: 'must',
      title: 'gives back the registers that are not its own',
      requirement:
        'Under x64 a method preserves rbx, rbp, rdi, rsi, r12 to r15, xmm6 to xmm15, the stack pointer and the control words.',
      source: source('CPP', 'build/x64-calling-convention', 'Caller/callee saved registers'),
    },
    stdcall: {
      level: 'must',
      title: 'pops its arguments under x86',
      requirement: 'Under x86 every method is __stdcall: it takes its arguments off the stack itself.',
      source: source('CPP', 'cpp/stdcall', 'summary'),
      excluded: 'only an x86 host can see it: under x64 there is one calling convention',
    },
  },
} as const satisfies Area;
