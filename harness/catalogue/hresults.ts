/**
 * The HRESULTs that the documents speak of, by name. Values: constants-account-management-api.md of the Account
 * Management API reference for the E_OLK and E_ACCT codes, the Windows SDK's winerror for the rest.
 */
export const hresults = {
  S_OK: 0x00000000,
  S_FALSE: 0x00000001,
  E_NOTIMPL: 0x80004001,
  E_NOINTERFACE: 0x80004002,
  E_POINTER: 0x80004003,
  E_ABORT: 0x80004004,
  E_FAIL: 0x80004005,
  E_UNEXPECTED: 0x8000ffff,
  E_ACCESSDENIED: 0x80070005,
  E_HANDLE: 0x80070006,
  E_OUTOFMEMORY: 0x8007000e,
  E_INVALIDARG: 0x80070057,
  HRESULT_ERROR_INSUFFICIENT_BUFFER: 0x8007007a,
  HRESULT_ERROR_MORE_DATA: 0x800700ea,
  CLASS_E_NOAGGREGATION: 0x80040110,
  CLASS_E_CLASSNOTAVAILABLE: 0x80040111,
  MAPI_E_NO_SUPPORT: 0x80040102,
  MAPI_E_LOGON_FAILED: 0x80040111,
  MAPI_E_NOT_INITIALIZED: 0x80040605,
  E_OLK_REGISTRY: 0x800c8001,
  E_OLK_ALREADY_INITIALIZED: 0x800c8002,
  E_OLK_PARAM_NOT_SUPPORTED: 0x800c8003,
  E_OLK_NOT_INITIALIZED: 0x800c8005,
  E_OLK_PROP_READ_ONLY: 0x800c800d,
  E_ACCT_NOT_FOUND: 0x800c8101,
  E_ACCT_UI_BUSY: 0x800c8102,
  E_ACCT_WRONG_SORT_ORDER: 0x800c8105,
} as const;

export type HresultName = keyof typeof hresults;

/** The first name wins where two share a value (CLASS_E_CLASSNOTAVAILABLE and MAPI_E_LOGON_FAILED). */
const names = new Map<number, string>();
for (const [name, value] of Object.entries(hresults)) {
  if (!names.has(value)) names.set(value, name);
}

/** A DWORD as people write it: `0x80004001`. */
export function hex32(value: number): string {
  return `0x${value.toString(16).toUpperCase().padStart(8, '0')}`;
}

/** `E_NOTIMPL (0x80004001)`, or the bare number when the documents have no name for it. */
export function hresultText(value: number): string {
  const name = names.get(value);
  return name === undefined ? hex32(value) : `${name} (${hex32(value)})`;
}

/** FAILED(hr): the severity bit. */
export function failed(value: number): boolean {
  return value >= 0x80000000;
}
