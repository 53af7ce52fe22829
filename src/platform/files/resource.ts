import type { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { Reading } from '../database/tables.ts'
import { type Resource, resource, type Viewer } from '../http/page.ts'
import { readFileOf, type StoredFile } from './uploads.ts'

/**
 * A file that somebody handed in runs nothing and reaches nothing, whatever a browser takes it for: it is saved, never
 * shown in the site's name, and nobody keeps it for others.
 */
const SEALED = [
  ['Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'"],
  ['Cache-Control', 'private, no-store'],
] as const

/** What a file's resource is made of. */
export interface FileResourceParts<Params, Query> {
  /** A Hono pattern below the language: `/:conference/delegations/:party/notes/:note`. */
  path: string
  params: z.ZodType<Params>
  query: z.ZodType<Query>
  /** Who may read any of them; which of them, `find` says. */
  may(actor: Actor, params: Params): boolean
  /** The file at an address, if this reader may have it; else null: 404. */
  find(db: Reading, at: { params: Params; viewer: Viewer }): Promise<FileId | null>
}

/** Gives out files that people handed in, by their own names and types; see {@link SEALED}. */
export const fileResource = <Params, Query>(
  name: string,
  { find, ...parts }: FileResourceParts<Params, Query>,
): Resource<Params, Query, StoredFile> =>
  resource<Params, Query, StoredFile>(name, {
    ...parts,
    type: 'application/octet-stream',
    typeOf: ({ type }) => (type.startsWith('text/') ? `${type}; charset=utf-8` : type),
    headers: SEALED,
    topics: () => [],
    async read(db, at) {
      const id = await find(db, at)
      return id === null ? null : readFileOf(db, id)
    },
    filename: (_params, _viewer, file) => file.name,
    render: ({ bytes }) => bytes,
  })
