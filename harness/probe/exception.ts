/**
 * What the child's native handler told of an exception, in the journal's header: OlkFault of
 * harness/host/native/fault_block.h. Names are ntstatus.h's.
 */
import type { ExceptionStory } from '../record/transcript.js';
import { heapMisuseIn, heapMisuseText } from './heap-misuse.js';

const blockOffset = 64;
const moduleLength = 48;
const threadEndedOffset = 24 + moduleLength;

const threadEnded = 0xc000004b;

const names = new Map([
  [0xc0000005, 'STATUS_ACCESS_VIOLATION'],
  [0xc0000006, 'STATUS_IN_PAGE_ERROR'],
  [0xc0000008, 'STATUS_INVALID_HANDLE'],
  [0xc000001d, 'STATUS_ILLEGAL_INSTRUCTION'],
  [0xc0000025, 'STATUS_NONCONTINUABLE_EXCEPTION'],
  [threadEnded, 'the thread of the call ended: a stack overflow, ExitThread or TerminateThread'],
  [0xc000008c, 'STATUS_ARRAY_BOUNDS_EXCEEDED'],
  [0xc000008e, 'STATUS_FLOAT_DIVIDE_BY_ZERO'],
  [0xc0000090, 'STATUS_FLOAT_INVALID_OPERATION'],
  [0xc0000094, 'STATUS_INTEGER_DIVIDE_BY_ZERO'],
  [0xc0000095, 'STATUS_INTEGER_OVERFLOW'],
  [0xc0000096, 'STATUS_PRIVILEGED_INSTRUCTION'],
  [0xc00000fd, 'STATUS_STACK_OVERFLOW'],
  [0xc0000374, 'STATUS_HEAP_CORRUPTION'],
  [0xc0000409, 'STATUS_STACK_BUFFER_OVERRUN'],
  [0xc0000417, 'STATUS_INVALID_CRUNTIME_PARAMETER'],
  [0xc0000420, 'STATUS_ASSERTION_FAILURE'],
  [0xc06d007e, 'a DLL that is loaded when it is needed (delay load) was not found'],
  [0xc06d007f, 'a function of a DLL that is loaded when it is needed (delay load) was not found'],
  [0xe06d7363, 'a C++ exception (MSVC)'],
  [0x20474343, 'a C++ exception (GCC)'],
]);

/** Of an exit status, Wine's programs let Linux see the lowest byte. */
const isOfThreadEnded = (exitStatus: number): boolean =>
  exitStatus === threadEnded || exitStatus === (threadEnded & 0xff);

/** EXCEPTION_RECORD, ExceptionInformation[0] of an access violation. */
const accesses: ReadonlyMap<number, NonNullable<ExceptionStory['access']>> = new Map([
  [0, 'read'],
  [1, 'write'],
  [8, 'execute'],
]);

const hex32 = (value: number): string => `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
const nameOf = (code: number): string => names.get(code) ?? hex32(code);
const hex64 = (value: bigint): string => `0x${value.toString(16).padStart(16, '0')}`;

/** The function of a module that holds an offset, and how far in: `Helper::GetIdentity+0x20`; null: not known. */
export type SymbolAt = (module: string, offset: bigint) => string | null;

/**
 * What came up in a process that ended with `exitStatus`; null when nothing did. The block lies in memory that the
 * vendor's code can write to, so nothing in it is believed.
 */
export function exceptionIn(
  header: Buffer,
  exitStatus: number | null,
  symbolAt: SymbolAt = () => null,
): ExceptionStory | null {
  const block = header.subarray(blockOffset);
  // The thread ends as well when the process is ended for another reason, with that reason's exit status.
  if (block.readUInt32LE(threadEndedOffset) === 1 && exitStatus !== null && isOfThreadEnded(exitStatus)) {
    const none = { access: null, address: null, module: null, offset: hex64(0n), symbol: null };
    return { code: threadEnded, name: nameOf(threadEnded), ...none };
  }
  const code = block.readUInt32LE(0);
  if (code === 0) return null;
  const access = accesses.get(block.readUInt32LE(4)) ?? null;
  const bytes = block.subarray(24, 24 + moduleLength);
  const end = bytes.indexOf(0);
  const module = bytes.toString('latin1', 0, end < 0 ? moduleLength : end).replaceAll(/[^\x20-\x7e]/g, '?');
  const offset = block.readBigUInt64LE(16);
  const heap = heapMisuseIn(header);
  return {
    code,
    name: nameOf(code),
    access,
    address: access === null ? null : hex64(block.readBigUInt64LE(8)),
    module: module === '' ? null : module,
    offset: hex64(offset),
    symbol: module === '' ? null : symbolAt(module, offset),
    ...(heap === undefined ? {} : { heap }),
  };
}

const verbs = { read: 'reading', write: 'writing', execute: 'executing' } as const;

/** `STATUS_ACCESS_VIOLATION (0xC0000005), reading 0x…0010, at helper.dll+0x1a40 (Helper::GetIdentity+0x20)`. */
export function exceptionText(story: ExceptionStory): string {
  const { code, name, access, address, module, offset, symbol, heap } = story;
  if (code === threadEnded) return name;
  const what = names.has(code) ? `${name} (${hex32(code)})` : `exception ${name}`;
  const where = module === null ? offset : `${module}+${offset.replace(/^0x0+(?=.)/, '0x')}`;
  const parts = [
    what,
    ...(access === null ? [] : [`${verbs[access]} ${String(address)}`]),
    ...(heap === undefined ? [] : [heapMisuseText(heap)]),
    // What was found after a call has no instruction.
    ...(module === null && BigInt(offset) === 0n && heap !== undefined
      ? ['found after the call']
      : [`at ${where}${symbol === null ? '' : ` (${symbol})`}`]),
  ];
  return parts.join(', ');
}

const cppExceptions = new Set([0xe06d7363, 0x20474343]);

/** False of exceptions that programs use among themselves, and survive: those of C++, and those of no name. */
export function endsProcess({ code }: ExceptionStory): boolean {
  return names.has(code) && !cppExceptions.has(code);
}
