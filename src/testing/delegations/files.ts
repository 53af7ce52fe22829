import { sql } from 'kysely'
import sharp from 'sharp'
import type { Actor } from '../../kernel/actor.ts'
import type { FileId } from '../../kernel/ids.ts'
import { createUploads } from '../../platform/files/uploads.ts'
import type { World } from '../world.ts'

let shades = 0

/** A photo of nobody, each of another shade. */
export function aPicture(): Promise<Buffer> {
  shades += 1
  const background = { r: shades % 256, g: (shades >> 8) % 256, b: 120 }
  return sharp({ create: { width: 300, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer()
}

/** A photo that somebody sent with a form. */
export async function photoBy(w: World, actor: Actor): Promise<FileId> {
  const file = new File([Uint8Array.from(await aPicture())], 'me.jpg')
  return (await createUploads(w).keep(actor, file)).id
}

const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`

/** A note or a letter that somebody sent with a form. */
export async function paperBy(w: World, actor: Actor, name = 'note.pdf'): Promise<FileId> {
  return (await createUploads(w).keep(actor, new File([PDF], name))).id
}

/** Makes the portraits that errands ask for. */
export async function developPhotos({ database, perform, doers }: World): Promise<void> {
  const { rows } = await sql<{ id: string; data: Record<string, unknown> }>`
    select id, data from pgboss.job where name = 'delegations.portrait' order by created_on`.execute(
    database.write,
  )
  const develop = doers.map(({ jobs }) => jobs?.['delegations.portrait']).find(Boolean)
  for (const { id, data } of rows) await develop?.(data, { read: database.write, perform, key: id })
}
