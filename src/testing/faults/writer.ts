import { sql } from 'kysely'
import { openHome } from '../../platform/config/home.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { openEmbedded } from '../../platform/database/embedded/embedded.ts'

/**
 * A process for tests to kill: it opens the database of the home folder in its first argument as Plenum does, says
 * which rows are there, and then writes one row after another, saying each number once it is acknowledged.
 */
const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

try {
  const home = process.argv[2] as string
  openHome(home)
  const server = await openEmbedded({ home, report: say, onLost: () => process.exit(1) })
  const { write, close } = openDatabase({ url: server.url })
  await sql`create table if not exists written (number int primary key)`.execute(write)
  const { rows } = await sql<{
    number: number
  }>`select number from written order by number`.execute(write)
  let stopping = false
  process.once('SIGTERM', () => {
    stopping = true
  })
  say(`found ${JSON.stringify(rows.map((row) => row.number))}`)
  for (let number = (rows.at(-1)?.number ?? 0) + 1; !stopping; number += 1) {
    const written = await sql`insert into written values (${number})`
      .execute(write)
      .then(() => true)
      .catch(() => false)
    say(written ? `wrote ${number}` : `lost ${number}`)
    await new Promise((resolve) => setTimeout(resolve, written ? 1 : 50))
  }
  await close()
  await server.stop()
} catch (error) {
  say(`${(error as Error).name}: ${(error as Error).message}`)
  process.exitCode = 1
}
