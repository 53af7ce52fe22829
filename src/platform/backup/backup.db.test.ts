import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { OPERATOR } from '../../kernel/actor.ts'
import { type ClonedDatabase, emptyDatabase } from '../../testing/database/database.ts'
import { digestsOf } from '../../testing/database/digests.ts'
import { addToTally, createTally, hearTally, tally } from '../../testing/tally/tally.ts'
import { type World, world } from '../../testing/world.ts'
import { systemClock } from '../clock.ts'
import { createPerform } from '../command/perform.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import { inSnapshot } from '../database/snapshot.ts'
import { printArchive } from '../dataset/archive/archive.ts'
import { datasetsOf } from '../dataset/registry.ts'
import { startJobs } from '../jobs/jobs.ts'
import { createOutbox } from '../jobs/outbox.ts'
import { sealEntries } from '../journal/seal.ts'
import { verify } from '../journal/verify.ts'
import { heldSince } from '../mail/held.ts'
import type { Piece } from './file/format.ts'
import { writeBackup } from './file/writing.ts'
import { type Restoring, restoreBackup } from './restore/restoring.ts'
import { takePieces } from './taking.ts'

const NOW = Temporal.Instant.from('2026-11-26T03:00:00Z')
const features = [...FEATURES, tally]
const migrations = migrationsOf(FEATURES)
let folder: string
let seoul: World
let file: string
let before: Awaited<ReturnType<typeof digestsOf>>
let last: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-backup-'))
  seoul = await world({ shipped: true, features })
  await createTally(seoul.database.write)
  await seoul.perform(OPERATOR, addToTally, { conference: 'seoul2021', by: 2, tell: 'before' })
  await seoul.seal()
  await seoul.perform(OPERATOR, addToTally, { conference: 'seoul2021', by: 2 })
  file = join(folder, 'seoul.tar.zst')
  await writeBackup(file, takePieces(seoul.database.url, NOW))
  before = await digestsOf(seoul.database.url)
  last = Math.max(...(await entriesOf(seoul.database)).map(({ seq }) => seq))
})
afterAll(async () => {
  await seoul.close()
  await rm(folder, { recursive: true, force: true })
})

const entriesOf = ({ write }: Pick<ClonedDatabase, 'write'>) =>
  write.selectFrom('journal').select(['seq', 'action', 'actor', 'subject', 'xid']).execute()

async function restored(url: string, more: Partial<Restoring> = {}) {
  const outbox = createOutbox(url, features)
  try {
    return await restoreBackup({
      ...{ url, file, passphrase: undefined, replace: null, migrations, now: NOW, outbox },
      jobs: new Set(['tally.tell']),
      ...more,
    })
  } finally {
    await outbox.stop()
  }
}

async function inEmpty<Answer>(work: (database: ClonedDatabase) => Promise<Answer>) {
  const database = await emptyDatabase()
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

const archiveOf = (database: ClonedDatabase) =>
  inSnapshot(database.write, async (snapshot) => {
    const at = { language: 'en', day: '2026-11-26', now: NOW, origin: 'https://a.example' } as const
    return buffer(Readable.from(printArchive(snapshot, datasetsOf(FEATURES), at)))
  })

describe('a backup of everything, in an empty database', () => {
  let database: ClonedDatabase
  let told: Awaited<ReturnType<typeof restored>>
  beforeAll(async () => {
    database = await emptyDatabase()
    told = await restored(database.url)
  })
  afterAll(() => database.close())

  it('is the same: every table, the archive byte by byte, every seal', async () => {
    expect(told.rows).toBeGreaterThan(5_000)
    expect([told.header.at, told.errands, told.unknown]).toEqual([NOW.toString(), 1, []])
    expect(await digestsOf(database.url, last)).toEqual(before)
    expect((await archiveOf(database)).equals(await archiveOf(seoul.database))).toBe(true)
    const { waiting, ...verdict } = await verify(database.write)
    expect(verdict.findings).toEqual([])
    expect({ ...verdict, waiting }).toEqual({
      ...(await verify(seoul.database.write)),
      waiting: 2,
    })
  })

  it('stands in the journal, and what was not sealed is sealed', async () => {
    const entries = (await entriesOf(database)).sort((a, b) => a.seq - b.seq)
    expect(entries.slice(0, -1).every(({ xid }) => xid === null)).toBe(true)
    expect(entries.at(-1)).toMatchObject({
      ...{ seq: last + 1, action: 'backup.restore', actor: 'system/operator' },
      subject: `backup/${told.header.id}`,
    })
    const waiting = async () => {
      await sealEntries(database.write, NOW)
      return (await verify(database.write)).waiting
    }
    await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
    expect((await verify(database.write)).findings).toEqual([])
  })

  it('sends nothing until somebody lets it', async () => {
    expect(await heldSince(seoul.database.write)).toBeNull()
    expect(await heldSince(database.write)).toEqual(NOW)
  })

  it('has the rules that its tables had', async () => {
    expect(await rulesOf(database)).toEqual(await rulesOf(seoul.database))
    await expect(sql`delete from journal`.execute(database.write)).rejects.toThrow(
      'permission denied',
    )
  })

  it('goes on: deeds are done, errands too, and each only once', async () => {
    const outbox = createOutbox(database.url, features)
    const performing = { database, features, clock: systemClock, outbox }
    const perform = createPerform(performing)
    const { answer } = await perform(OPERATOR, addToTally, { conference: 'seoul2021', by: 1 })
    expect(answer).toEqual({ count: 5 })
    await startJobs({ ...performing, perform })
    const heard = async () => (await sql`select heard from tally_echo`.execute(database.write)).rows
    await expect.poll(heard, { timeout: 15_000 }).toEqual([{ heard: 'before' }])
    await outbox.stop()
  })
})

/** What holds of the tables beside their rows. */
const rulesOf = async ({ write }: ClonedDatabase) =>
  (
    await sql`select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as rule
        from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all select tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
      union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
      union all select table_name, column_name, concat_ws(' ', column_default, is_nullable, data_type,
          is_identity, generation_expression) from information_schema.columns where table_schema = 'public'
      union all select table_name, privilege_type, '' from information_schema.role_table_grants
        where grantee = current_user and table_schema = 'public'
      union all select sequencename, last_value::text, '' from pg_sequences
        where schemaname = 'public' and sequencename <> 'journal_seq_seq'
      order by 1, 2, 3`.execute(write)
  ).rows

describe('a database that is not empty', () => {
  it('is refused, in one sentence that says what it holds', async () => {
    const name = nameOf(seoul.database.url)
    await expect(restored(seoul.database.url)).rejects.toThrow(
      new RegExp(
        `^The database «${name}» is not empty \\(entries in its journal: ${last}, the last of 2021-12-07 00:00 UTC\\)\\. To replace all of it by the backup, write its name: --replace ${name}$`,
      ),
    )
    await expect(restored(seoul.database.url, { replace: 'plenum' })).rejects.toThrow(
      `The database is called «${name}», not «plenum»: nothing was replaced.`,
    )
    expect(await digestsOf(seoul.database.url)).toEqual(before)
  })

  it('is replaced by whoever calls it by its name: rows, tables, errands', async () => {
    const other = await world({ features })
    await createTally(other.database.write)
    await sql`create table stranger (id int); create view looking as select * from stranger;
      create function strange() returns int language sql as 'select 1'; create type odd as enum ('a');
      insert into stranger values (1)`.execute(other.database.write)
    await other.perform(OPERATOR, addToTally, { conference: 'other1', by: 2, tell: 'other' })
    await restored(other.database.url, { replace: nameOf(other.database.url) })
    expect(await digestsOf(other.database.url, last)).toEqual(before)
    const { rows } = await sql<{ data: unknown }>`select data from pgboss.job`.execute(
      other.database.write,
    )
    expect(rows).toEqual([{ data: { conference: 'seoul2021', count: 2, tell: 'before' } }])
    await other.close()
  })

  it('is as it was when the backup is damaged, however late that is found', async () => {
    const other = await world({ features })
    await createTally(other.database.write)
    await other.perform(OPERATOR, addToTally, { conference: 'other2', by: 2, tell: 'other' })
    const small = join(folder, 'small.tar.zst')
    await writeBackup(small, takePieces(other.database.url, NOW))
    await other.perform(OPERATOR, addToTally, { conference: 'other2', by: 2, tell: 'more' })
    const held = await digestsOf(other.database.url)
    const bytes = await readFile(small)
    for (const at of [20, bytes.length >> 1, bytes.length - 41, bytes.length - 1]) {
      const damaged = join(folder, `damaged-${at}.tar.zst`)
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] as number) ^ 1
      await writeFile(damaged, changed)
      const replace = nameOf(other.database.url)
      await expect(restored(other.database.url, { file: damaged, replace })).rejects.toThrow(
        /^This backup (is not as it was written|was cut off)/,
      )
    }
    expect(await digestsOf(other.database.url)).toEqual(held)
    await other.close()
  })
})

const KIM = sql.lit('00000000-0000-7000-8000-00000000000a')

describe('a stolen backup', () => {
  it('signs nobody in, and a link in a letter that was sent still does', () =>
    inEmpty(async (database) => {
      const w = await world()
      await sql`insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
          values (${KIM}, '', 'kim@example.org', true, now(), now());
        insert into auth.session (id, user_id, confirmed, token, expires_at, created_at, updated_at)
          values (gen_random_uuid(), ${KIM}, true, 'a-token-that-is-sent', now() + interval '1 day', now(), now());
        insert into auth.verification (identifier, value, expires_at, created_at, updated_at)
          values ('magic-link:digest', '{}', now() + interval '1 day', now(), now()),
            ('a code in clear', '123456', now() + interval '1 day', now(), now())`.execute(
        w.database.write,
      )
      const stolen = join(folder, 'stolen.tar.zst')
      await writeBackup(stolen, takePieces(w.database.url, NOW))
      await w.close()
      await restored(database.url, { file: stolen })
      const { rows } = await sql`select (select email from auth."user"),
        (select count(*)::int from auth.session) as sessions,
        (select array_agg(identifier) from auth.verification) as links`.execute(database.write)
      expect(rows).toEqual([
        { email: 'kim@example.org', sessions: 0, links: ['magic-link:digest'] },
      ])
      await expect(
        sql`insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
          values (gen_random_uuid(), '', 'kim@example.org', true, now(), now())`.execute(
          database.write,
        ),
      ).rejects.toThrow('unique')
      await sql`delete from auth."user"`.execute(database.write)
    }))
})

describe('a backup of another version', () => {
  it('that is older is brought up to date', () =>
    inEmpty(async (old) => {
      const older = migrations.slice(0, -2)
      await migrate(old.write, older)
      const oldFile = join(folder, 'older.tar.zst')
      await writeBackup(oldFile, takePieces(old.url, NOW))
      await inEmpty(async (database) => {
        await restored(database.url, { file: oldFile })
        expect(await migrate(database.write, migrations)).toEqual(
          migrations.slice(-2).map(({ name }) => name),
        )
      })
    }))

  it('that is newer, or of another make, is refused', () =>
    inEmpty(async (database) => {
      const known = migrations.slice(0, -1)
      await expect(restored(database.url, { migrations: known })).rejects.toThrow(
        `this one does not know its step ${migrations.at(-1)?.name}): restore it with the version that wrote it, or a newer one.`,
      )
      const changed = migrations.map((one, at) => (at === 0 ? { ...one, sql: 'select 1' } : one))
      await expect(restored(database.url, { migrations: changed })).rejects.toThrow(
        `its step ${migrations[0]?.name} differs from ours`,
      )
      expect(await digestsOf(database.url)).toEqual({})
    }))
})

describe('what is no backup of ours', () => {
  it('says that there is nothing to back up', () =>
    inEmpty(async ({ url }) => {
      await expect(
        writeBackup(join(folder, 'nothing.tar.zst'), takePieces(url, NOW)),
      ).rejects.toThrow('There is nothing of Plenum in this database that could be backed up.')
    }))
})

describe('while eight people write', () => {
  it('holds one moment: what belongs together is there together', async () => {
    const w = await world({ features })
    await createTally(w.database.write)
    let done = false
    let deeds = 0
    const writing = Array.from({ length: 8 }, async (_, at) => {
      while (!done) {
        await w.perform(OPERATOR, addToTally, { conference: `writer${at}`, by: 1, tell: 'x' })
        await w.perform(OPERATOR, hearTally, { conference: `writer${at}`, heard: 'y' })
        deeds += 2
      }
    })
    await expect.poll(() => deeds, { timeout: 15_000 }).toBeGreaterThan(20)
    const more = async (than = deeds) =>
      expect.poll(() => deeds, { timeout: 15_000 }).toBeGreaterThan(than + 40)
    const slowly = async function* (): AsyncGenerator<Piece> {
      for await (const piece of takePieces(w.database.url, NOW)) {
        yield piece
        // The first look was taken, and no table read yet.
        if (piece.name.endsWith('backup.json')) await more()
      }
    }
    const busy = join(folder, 'busy.tar.zst')
    await writeBackup(busy, slowly())
    done = true
    await Promise.all(writing)
    await inEmpty(async (database) => {
      const { errands } = await restored(database.url, { file: busy })
      const { rows } = await sql<Record<string, number>>`select
        (select count(*) from journal where action = 'tally.add') as added,
        (select sum(count) from tally) as counted,
        (select count(*) from tally_step) as steps,
        (select count(*) from journal where action = 'tally.hear') as heard,
        (select count(*) from tally_echo) as echoes,
        (select count(*) from journal) as entries,
        (select count(*) from journal_salt) as salts`.execute(database.write)
      const { added, heard, entries } = rows[0] as Record<string, number>
      expect(rows[0]).toEqual({
        ...{ added, counted: added, steps: added, heard, echoes: heard },
        ...{ entries, salts: entries },
      })
      expect([entries, errands]).toEqual([(added ?? 0) + (heard ?? 0) + 1, added])
      expect(added).toBeGreaterThan(10)
      expect((added ?? 0) + (heard ?? 0)).toBeLessThan(deeds - 30)
      expect((await verify(database.write)).findings).toEqual([])
    })
    await w.close()
  })
})
