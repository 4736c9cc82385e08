/**
 * Interface and class identifiers, registry form, lower case. Source: constants-account-management-api.md; never the
 * localised pages, where machine translation has damaged GUIDs.
 */
export const iid = {
  IUnknown: '00000000-0000-0000-c000-000000000046',
  IOlkAccountHelper: '9240a6cb-af41-11d2-8c3b-00104b2a6676',
  IMAPISession: '00020300-0000-0000-c000-000000000046',
  IClassFactory: '00000001-0000-0000-c000-000000000046',
  IMarshal: '00000003-0000-0000-c000-000000000046',
  IDispatch: '00020400-0000-0000-c000-000000000046',
  IPersist: '0000010c-0000-0000-c000-000000000046',
  IConnectionPointContainer: 'b196b284-bab4-101a-b69c-00aa00341d07',
  ISupportErrorInfo: 'df0b3d60-548f-101b-8e65-08002b2bd119',
  IObjectWithSite: 'fc4801a3-2ba9-11cf-a229-00aa003d7352',
  IAgileObject: '94ea2b94-e9cc-49e0-c0ff-ee64ca8f5b90',
  INoMarshal: 'ecc8691b-c1db-4dc0-855e-65f6c551af49',
  IInspectable: 'af86e2e0-b12d-4c6a-9c5a-d7aa65101e90',
  IOlkAccountManager: '9240a6cd-af41-11d2-8c3b-00104b2a6676',
  IOlkAccount: '9240a6d2-af41-11d2-8c3b-00104b2a6676',
  IOlkAccountNotify: '9240a6c3-af41-11d2-8c3b-00104b2a6676',
} as const;

/** An interface that nobody has: made at random once, for this question alone. */
export const unknownIid = '5d1a8f2e-93c7-4b06-8e4d-27f0c6b9a13e';

const guidNames = new Map<string, string>(Object.entries(iid).map(([name, value]) => [value, `IID_${name}`]));

/** `IID_IOlkAccountHelper`, or the GUID in braces when it has no name here. */
export function guidText(guid: string): string {
  return guidNames.get(guid) ?? `{${guid}}`;
}
