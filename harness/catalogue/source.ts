/**
 * Where a statement comes from. The pages are Microsoft's, read at the commits named here; the wording in this
 * repository is our own.
 */
const documents = {
  AUX: {
    repository: 'MicrosoftDocs/office-developer-client-docs',
    commit: 'eedbd61ca40689e7cfed5e1cfd9440a9dc3ab7a5',
    folder: 'docs/outlook/auxiliary',
    title: 'Account Management API reference',
  },
  MAPI: {
    repository: 'MicrosoftDocs/office-developer-client-docs',
    commit: 'eedbd61ca40689e7cfed5e1cfd9440a9dc3ab7a5',
    folder: 'docs/outlook/mapi',
    title: 'MAPI reference',
  },
  W32: {
    repository: 'MicrosoftDocs/win32',
    commit: '47e64c189dcb1c1a42c221380ccf0ec81cc82d4b',
    folder: 'desktop-src',
    title: 'Win32 documentation',
  },
  API: {
    repository: 'MicrosoftDocs/sdk-api',
    commit: null,
    folder: 'sdk-api-src/content',
    title: 'Windows API reference',
  },
  CPP: {
    repository: 'MicrosoftDocs/cpp-docs',
    commit: 'a2e592a8fc391b6aff8d1323f5b58696abdc5d57',
    folder: 'docs',
    title: 'Microsoft C++ documentation',
  },
} as const;

export interface Source {
  readonly repository: string;
  /** The commit at which the page was read; null where the page is not pinned. */
  readonly commit: string | null;
  /** Path of the page within the repository. */
  readonly page: string;
  /** Heading under which the sentence stands; `summary` for the page's first sentence. */
  readonly heading: string;
}

export function source(document: keyof typeof documents, page: string, heading: string): Source {
  const { repository, commit, folder } = documents[document];
  return { repository, commit, page: `${folder}/${page}.md`, heading };
}

/** `iolkaccounthelper-getidentity, Remarks`: the page's own name is enough to find it. */
export function sourceText({ page, heading }: Source): string {
  return `${page.slice(page.lastIndexOf('/') + 1).replace(/\.md$/, '')}, ${heading}`;
}
