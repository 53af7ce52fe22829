import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS } from '../../../kernel/actor.ts'
import { readSettings } from '../../../platform/config/settings.ts'
import { houseOf } from '../../../platform/process/vitals.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { administration } from '../feature.ts'

const PEOPLE: Record<string, Actor> = {
  ada: { kind: 'account', id: 'ada', grants: [{ role: 'administrator', conference: '*' }] },
  kim: { kind: 'account', id: 'kim', grants: [{ role: 'administrator', conference: 'seoul2021' }] },
}
const HIDDEN = 'hidden-hidden-hidden-hidden-hidden'

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ features: [administration] })
  const settings = readSettings({
    ...{ PLENUM_SECRET: HIDDEN, BACKUP_KEY: HIDDEN, BACKUP_FOLDER: '/srv/backups' },
    ...{ DATABASE_URL: `postgres://plenum:${HIDDEN}@db/plenum`, PLENUM_HOME: '/tmp' },
  })
  site = await openSite(w, {
    house: houseOf({ settings, database: w.database, clock: w.clock }),
    authenticate: (request) =>
      PEOPLE[request.headers.get('authorization')?.replace('Bearer ', '') ?? ''] ?? ANONYMOUS,
  })
})
afterAll(async () => {
  await site.close()
  await w.close()
})

const page = async (as = 'ada', language = 'en') => {
  const answer = await site.get(`/${language}/administration`, { authorization: `Bearer ${as}` })
  return { status: answer.status, html: await answer.text() }
}
const backup = (file: string, more: string) =>
  sql`insert into backup (file, begun_at, ended_at, bytes, rows, encrypted, checked, trouble)
    values (${file}, ${sql.raw(more)})`.execute(w.database.write)

describe('the health of the instance', () => {
  it('is for whoever administers it', async () => {
    expect((await page()).status).toBe(200)
    expect((await page('kim')).status).toBe(403)
    expect((await page('nobody')).status).toBe(303)
  })

  it('says what should be looked after, and what is', async () => {
    const empty = (await page()).html
    expect(empty).toContain('There is no backup that was found good.')
    expect(empty).toContain('No backup has been taken yet.')
    await backup(
      '/srv/backups/one',
      `'2021-12-06T02:40Z', '2021-12-06T02:41Z', 1234567890, 5678, true, true, null`,
    )
    await backup(
      '/srv/backups/two',
      `'2021-12-06T22:40Z', '2021-12-06T22:41Z', null, null, true, false, 'The disk is full.'`,
    )
    const { html } = await page()
    expect(html).not.toContain('There is no backup that was found good.')
    expect(html).toContain('The last backup did not succeed: below it says why.')
    expect(html).toContain('The disk is full.')
    expect(html).toContain('1.2 GB')
    expect(html).toContain('60 s')
    expect(html).toMatch(/PostgreSQL 1\d/)
    expect((await page('ada', 'fr')).html).toContain('1,2\u00a0Go')
  })

  it('shows the settings in force, and no secret', async () => {
    const { html } = await page()
    expect(html).toContain('PLENUM_SECRET')
    expect(html).toContain('set, and not shown')
    expect(html).toContain('postgres://db/plenum')
    expect(html).not.toContain(HIDDEN)
  })

  it('counts the errands of each job', async () => {
    await w.outbox.start()
    await sql`insert into pgboss.job (name, data, state) values
      ('platform.mail', '{}', 'created'), ('platform.mail', '{}', 'retry'), ('platform.mail', '{}', 'failed')`.execute(
      w.database.write,
    )
    const { html } = await page()
    expect(html).toContain('Jobs were given up after all attempts.')
    expect(html).toMatch(
      /platform\.mail<\/bdi><\/th><td[^>]*>2<\/td><td[^>]*>0<\/td><td[^>]*>1<\/td>/,
    )
  })
})
