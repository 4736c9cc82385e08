import { source } from '../source.js';
import type { Area } from '../statement.js';

const rules = 'com/rules-for-implementing-queryinterface';
const counting = 'com/rules-for-managing-reference-counts';

export const iunknownArea = {
  title: 'IUnknown',
  statements: {
    identity: {
      level: 'must',
      title: 'gives one and the same IUnknown always',
      requirement:
        'QueryInterface for IID_IUnknown gives the same pointer whenever it is asked, and through whichever interface of the object.',
      source: source('W32', rules, 'Objects must have identity'),
    },
    'static-set': {
      level: 'must',
      title: 'answers for the same interfaces for all its life',
      requirement:
        'An interface that QueryInterface gave once is given always, and one that it refused is refused always.',
      source: source('W32', rules, 'The set of interfaces on an object instance must be static'),
    },
    reflexive: {
      level: 'must',
      title: 'gives IOlkAccountHelper to one who holds it',
      requirement: 'Asked for IID_IOlkAccountHelper through an IOlkAccountHelper pointer, QueryInterface succeeds.',
      source: source(
        'W32',
        rules,
        'It must be possible to query successfully for any interface on an object from any other interface',
      ),
    },
    symmetric: {
      level: 'must',
      title: 'leads back from IOlkAccountHelper to IUnknown',
      requirement:
        'Whoever came from IUnknown to IOlkAccountHelper can go back: QueryInterface for IID_IUnknown succeeds there.',
      source: source(
        'W32',
        rules,
        'It must be possible to query successfully for any interface on an object from any other interface',
      ),
    },
    transitive: {
      level: 'must',
      title: 'leads from any of its interfaces to any other',
      requirement: 'Each interface that the object answers for can be reached through each other one.',
      source: source(
        'W32',
        rules,
        'It must be possible to query successfully for any interface on an object from any other interface',
      ),
    },
    'unsupported-iid': {
      level: 'must',
      title: 'answers E_NOINTERFACE and NULL for an interface it does not have',
      requirement:
        'For an IID that the object does not support, QueryInterface returns E_NOINTERFACE and sets *ppvObject to NULL.',
      source: source('API', 'unknwn/nf-unknwn-iunknown-queryinterface(refiid_void)', '-returns'),
    },
    'null-ppv': {
      level: 'must',
      title: 'answers E_POINTER when ppvObject is NULL',
      requirement: 'When ppvObject is NULL, QueryInterface returns E_POINTER, and never crashes.',
      source: source('API', 'unknwn/nf-unknwn-iunknown-queryinterface(refiid_void)', '-returns'),
    },
    'query-adds-ref': {
      level: 'must',
      title: 'counts the pointer that QueryInterface gives',
      requirement:
        'A pointer that QueryInterface gave carries a reference of its own: releasing it leaves the object alive for the others.',
      source: source('API', 'unknwn/nf-unknwn-iunknown-queryinterface(refiid_void)', '-remarks'),
    },
    'last-release-frees': {
      level: 'must',
      title: 'lets go of what it holds with the last Release',
      requirement: "When the last reference to the helper is released, it releases the client's session that it holds.",
      source: source('API', 'unknwn/nf-unknwn-iunknown-release', '-remarks'),
    },
    'count-returned': {
      level: 'should',
      title: 'returns the new count from AddRef and Release',
      requirement: 'AddRef returns one more, Release one less than the count before, and never a number below zero.',
      source: source('W32', counting, 'Rules'),
    },
    'count-thread-safe': {
      level: 'should',
      title: 'counts its references atomically',
      requirement: 'As many AddRef as Release, from several threads at once, leave the count as it was.',
      source: source('W32', 'com/in-process-server-threading-issues', 'In-Process Server Threading Issues'),
    },
  },
} as const satisfies Area;
