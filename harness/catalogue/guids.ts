/**
 * Interface and class identifiers, registry form, lower case. Source: constants-account-management-api.md; never the
 * localised pages, where machine translation has damaged GUIDs.
 */
export const iid = {
  IUnknown: '00000000-0000-0000-c000-000000000046',
  IOlkAccountHelper: '9240a6cb-af41-11d2-8c3b-00104b2a6676',
  IMAPISession: '00020300-0000-0000-c000-000000000046',
} as const;

const guidNames = new Map<string, string>(Object.entries(iid).map(([name, value]) => [value, `IID_${name}`]));

/** `IID_IOlkAccountHelper`, or the GUID in braces when it has no name here. */
export function guidText(guid: string): string {
  return guidNames.get(guid) ?? `{${guid}}`;
}
