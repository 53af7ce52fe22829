import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ANONYMOUS } from '../../kernel/actor.ts'
import { manualClock } from '../../testing/clock.ts'
import { boards, hangBoards } from '../../testing/web/board.tsx'
import { canReplicate, startReplicated } from '../../testing/web/replica.ts'
import { openSite } from '../../testing/web/site.ts'
import { listenTo } from '../../testing/web/stream.ts'
import { createPerform } from '../command/perform.ts'
import { openDatabase } from '../database/database.ts'
import { freePort } from '../database/embedded/cluster.ts'
import { migrate, migrationsOf } from '../database/migrations.ts'
import { createOutbox } from '../jobs/outbox.ts'

const NGINX = '/usr/sbin/nginx'
const PATH = '/en/seoul2021/board'

/** What a host writes who knows nothing of streams: nginx buffers by default. */
const plain = (folder: string, port: number, upstream: number) => `
daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://127.0.0.1:${upstream};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}`

describe.runIf(existsSync(NGINX) && canReplicate)('behind nginx', () => {
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

    const folder = await mkdtemp(join(tmpdir(), 'plenum-nginx-'))
    ends.defer(() => rm(folder, { recursive: true, force: true }))
    const port = await freePort()
    await writeFile(join(folder, 'nginx.conf'), plain(folder, port, site.port))
    const nginx = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: 'ignore',
    })
    ends.defer(async () => {
      nginx.kill('SIGTERM')
      await once(nginx, 'exit')
    })
    const origin = `http://127.0.0.1:${port}`
    await expect
      .poll(() =>
        fetch(`${origin}/healthz`).then(
          (a) => a.status,
          () => 0,
        ),
      )
      .toBe(200)

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
