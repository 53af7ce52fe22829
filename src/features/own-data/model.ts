import type { FileId } from '../../kernel/ids.ts'

/** What is held about somebody, in the order in which it is told. */
export const PARTS = [
  'account',
  'roles',
  'ways-in',
  'sessions',
  'participation',
  'earlier',
  'badges',
  'doors',
  'lists',
  'visas',
  'speeches',
  'assignments',
  'programme',
  'readings',
  'telling',
  'notices',
  'letters',
  'deeds',
  'files',
] as const
export type PartName = (typeof PARTS)[number]

/** Records as they are held; an instant is written as ISO 8601 in UTC. */
export type Held = Readonly<Partial<Record<PartName, readonly object[]>>>

/** A file that somebody gave. */
export interface GivenFile {
  id: FileId
  name: string
  type: string
  size: number
  at: Temporal.Instant
}

/** Everything about somebody, and the files that they gave. */
export interface Everything {
  held: Held
  files: readonly GivenFile[]
}

/** Where a file stands in the archive: told apart by its identifier, and named as it was given. */
export const pathOf = ({ id, name }: Pick<GivenFile, 'id' | 'name'>): string =>
  `files/${id}-${name.replace(/[^\p{L}\p{N}._-]+/gu, '_').slice(-80)}`
