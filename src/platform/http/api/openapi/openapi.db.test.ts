import { Validator } from '@seriousme/openapi-schema-validator'
import OpenAPIClientAxios from 'openapi-client-axios'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FEATURES } from '../../../../app.ts'
import { LANGUAGES } from '../../../../kernel/language.ts'
import { type OpenSite, openSite } from '../../../../testing/web/site.ts'
import { type World, world } from '../../../../testing/world.ts'
import { commandsOf } from '../../../command/registry.ts'
import { datasetsOf } from '../../../dataset/registry.ts'
import { describeApi } from './description.ts'

let w: World
let site: OpenSite
beforeAll(async () => {
  w = await world({ shipped: true })
  site = await openSite(w)
}, 120_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

/** What does not ship: it comes of what people do here. */
const ONLY_BY_DEEDS = new Set([
  ...'pledge-versions retired-identifiers rounds reports assessments replies'.split(' '),
  ...'lists-of-speakers speeches statements statement-papers'.split(' '),
])

const described = async () => JSON.parse(await (await site.get('/api/v1/openapi.json')).text())
const datasets = [...datasetsOf(FEATURES).values()]
const commands = [...commandsOf(FEATURES).keys()]

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1 in every language', async () => {
    for (const language of LANGUAGES) {
      const { valid, errors } = await new Validator().validate(
        JSON.parse(JSON.stringify(describeApi(FEATURES, language, 'https://example.org'))),
      )
      expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
    }
  })

  it('names every dataset, in every form, and every command', async () => {
    const { paths } = await described()
    const expected = [
      ...datasets.flatMap(({ name }) => [
        `/api/v1/${name}`,
        `/api/v1/${name}/{key}`,
        ...['csv', 'xlsx', 'ndjson', 'json'].map((ending) => `/api/v1/${name}.${ending}`),
      ]),
      ...commands.map((name) => `/api/v1/commands/${name}`),
    ]
    expect(Object.keys(paths).sort()).toEqual(expected.sort())
  })

  it('says of every command what it takes, and that an account is needed', async () => {
    const { paths } = await described()
    const { post } = paths['/api/v1/commands/programme.report-delay']
    expect(post.security).toEqual([{ account: [] }])
    expect(post.requestBody.content['application/json'].schema).toMatchObject({
      type: 'object',
      required: ['conference', 'session', 'minutes'],
      additionalProperties: false,
    })
  })
})

describe('a client made of the description', () => {
  type Operation = (
    ...args: unknown[]
  ) => Promise<{ status: number; data: Page; headers: Record<string, string> }>
  let client: Record<string, Operation>
  beforeAll(async () => {
    const made = new OpenAPIClientAxios({
      definition: await described(),
      withServer: { url: site.origin },
      axiosConfigDefaults: { validateStatus: () => true },
    })
    client = (await made.init()) as unknown as typeof client
  })
  const operation = async (name: string, ...args: unknown[]) => {
    const call = client[name]
    if (!call) throw new Error(`The client has no ${name}`)
    return call(...args)
  }
  interface Page {
    data: Record<string, unknown>[]
    total: number
    cursor: string | null
    type?: string
  }

  it('lists every dataset, page by page, with as many records as are announced', async () => {
    for (const { name, key } of datasets) {
      const operationId = `list${name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`
      const keys: unknown[] = []
      let cursor: string | null | undefined
      let total = 0
      do {
        const { status, data }: { status: number; data: Page } = await operation(operationId, {
          limit: 250,
          ...(cursor && { cursor }),
        })
        expect(status, name).toBe(200)
        keys.push(...data.data.map((record) => record[key]))
        ;({ cursor, total } = data)
      } while (cursor)
      expect([keys.length, new Set(keys).size], name).toEqual([total, total])
      if (!ONLY_BY_DEEDS.has(name)) expect(total, name).toBeGreaterThan(0)
    }
  })

  it('gets what it asks for: filtered, in a language, one record', async () => {
    const { data } = await operation('listSessions', {
      conference: 'seoul2021',
      sort: 'starts_at',
      language: 'ru',
    })
    expect(data.data.length).toBeGreaterThan(5)
    expect(new Set(data.data.map(({ conference }) => conference))).toEqual(new Set(['seoul2021']))
    const korea = (await operation('getParties', { key: 'KOR', language: 'fr' })).data
    expect((korea.data as unknown as Record<string, unknown>).name).toBe('République de Corée')
    const figures = (await operation('listFigures', { conference: 'seoul2021' })).data
    expect(figures.data.length).toBeGreaterThan(0)
  })

  it('cannot write, for nobody has an account', async () => {
    for (const name of ['performProgrammeReportDelay', 'performPartiesRecord']) {
      const { status, data, headers } = await operation(name, null, {})
      expect([status, data.type]).toEqual([401, '/problems/platform.not-signed-in'])
      expect(headers['www-authenticate']).toMatch(/^Bearer/)
    }
  })

  it('is told what it got wrong', async () => {
    const { status, data } = await operation('listParties', { kind: 'empire' })
    expect([status, data.type]).toEqual([400, '/problems/platform.unreadable-parameters'])
  })
})
