import type { Header } from './format.ts'

/** What stands first in every backup, for whoever opens it in ten years and has no Plenum. */
export const readmeOf = ({ at, plenum, postgres, tables }: Header): string =>
  `A backup of Plenum

What it shows:  the moment ${at}
Written by:     Plenum ${plenum}, from PostgreSQL ${Math.floor(postgres / 10_000)}
Tables:         ${tables.length}

It holds personal data. Keep it as you keep the database.

With Plenum:    npm run plenum -- check FILE
                npm run plenum -- restore FILE

Without:        this is a tar archive in Zstandard (tar --zstd -xf FILE; what stands behind the last frame is
                a frame that is skipped, with the SHA-256 of all bytes before it). «backup.json» names each table
                with its columns, and the migrations that make the tables; «data/TABLE/» holds its rows in the
                text format of PostgreSQL's COPY, in pieces to be put together in their order; «manifest.json»
                holds the number of rows, of bytes, and the SHA-256 of each table, and where sequences stand.
                cat data/public.party/* | psql -c "copy public.party (COLUMNS) from stdin"
`
