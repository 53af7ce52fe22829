import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { manualClock } from '../../testing/clock.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { hasNginx, startNginx } from '../../testing/web/nginx.ts'
import { canReplicate, startReplicated } from '../../testing/web/replica.ts'
import { openSite } from '../../testing/web/site.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { createPerform } from '../command/perform.ts'
import { openDatabase } from '../database/database.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import { createOutbox } from '../jobs/outbox.ts'

const PATH = '/en/seoul2021/board'

describe.runIf(hasNginx && canReplicate)('behind nginx', () => {
  it('a stream is not buffered, and strangers are told apart', async () => {
    await using ends = new AsyncDisposableStack()
    const servers = await startReplicated()
    ends.defer(servers.stop)
    const database = openDatabase({ url: servers.url })
    ends.defer(database.close)
    await migrate(database.write, migrationsOf(boards))
    await hangBoards(database, { conference: 'seoul2021', text: 'Welcome', opens: null })
    const clock = manualClock('2021-12-07T00:00:00Z')
    const outbox = createOutbox(servers.url, boards)
    ends.defer(() => outbox.stop())
    const perform = createPerform({ database, features: boards, clock, outbox })
    const limits = { get: { burst: 5, perSecond: 0.1 } }
    const site = await openSite({ features: boards, database, perform, clock }, { limits })
    ends.defer(site.close)

    const { origin } = ends.use(await startNginx(site.port))

    const listener = await listenTo(origin, [PATH])
    ends.defer(listener.close)
    await listener.next('stamp')
    await perform(ANONYMOUS, boards[0]?.commands?.[0] as never, {
      conference: 'seoul2021',
      text: 'Through a proxy',
    })
    const changed = performance.now()
    expect((await listener.next('stale')).at - changed).toBeLessThan(1000)

    expect((await fetch(`${origin}/metrics`)).status).toBe(404)
    const ask = (liesThat: string) =>
      fetch(`${origin}/en/nowhere`, { headers: { 'X-Forwarded-For': liesThat } })
    const statuses: number[] = []
    for (let i = 0; i < 6; i++) statuses.push((await ask(`203.0.113.${i}`)).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await fetch(origin + PATH)).status).toBe(200)
  })
})
