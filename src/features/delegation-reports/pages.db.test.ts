import { afterAll, describe, expect, it } from 'vitest'
import type { Browser } from '../../testing/accounts/browser.ts'
import { openHouse } from '../../testing/accounts/house.ts'

const house = await openHouse({}, { shipped: true })
const { world, browser, signedIn } = house
afterAll(house.close)

const HELICOPTERS = 'KOR-2021-01'
const at = (page: string, party = 'KOR') =>
  `/seoul2021/delegation/${party}/pledges/${HELICOPTERS}/${page}`

let made = 0
async function somebody(role: string, party?: string, conference = 'seoul2021') {
  const address = `person-${++made}@mfa.example`
  const account = await house.account(address, { role, conference, ...(party && { party }) })
  return { account, mine: await signedIn(address) }
}
const korea = await somebody('focal-point', 'KOR')
const kenya = await somebody('focal-point', 'KEN')
const secretariat = await somebody('un-secretariat')

/** Sends a form as a page has it, with files. */
function deed(
  by: Browser,
  command: string,
  page: string,
  fields: Record<string, string | File>,
  language = 'en',
) {
  const body = new FormData()
  for (const [name, value] of Object.entries({
    ':page': page,
    ':then': page,
    ':of': '',
    ...fields,
  }))
    body.append(name, value)
  const headers = { 'sec-fetch-site': 'same-origin' }
  return by.ask(`/${language}/deeds/${command}`, { method: 'POST', headers, body })
}
const paper = (name: string) =>
  new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'], name, {
    type: 'application/pdf',
  })

describe('the pages on which a delegation follows up', () => {
  it('are for its focal point and the secretariat; nobody else opens them', async () => {
    for (const page of ['report', 'reply']) {
      for (const { mine } of [korea, secretariat]) {
        expect((await mine.get(`/en${at(page)}`)).status).toBe(200)
      }
      expect((await kenya.mine.get(`/en${at(page)}`)).status).toBe(403)
      expect((await (await somebody('reviewer')).mine.get(`/en${at(page)}`)).status).toBe(403)
      const anonymous = await browser().get(`/fr${at(page)}`)
      expect(anonymous.location).toMatch(/^\/fr\/sign-in\?then=/)
    }
  })

  it('are not there for a party without a part in the pledge', async () => {
    const ghana = await somebody('focal-point', 'GHA')
    for (const page of ['report', 'reply']) {
      expect((await ghana.mine.get(`/en${at(page, 'GHA')}`)).status).toBe(404)
    }
  })

  it('are there in Arabic, from right to left', async () => {
    for (const page of ['report', 'reply']) {
      const { status, text } = await korea.mine.get(`/ar${at(page)}`)
      expect(status).toBe(200)
      expect(text).toContain('dir="rtl"')
    }
    expect((await browser().get(`/ar/pledges/${HELICOPTERS}/error`)).text).toContain(
      'الإبلاغ عن خطأ',
    )
  })

  it('are offered on the page of the pledge that is theirs', async () => {
    const { text } = await korea.mine.get(`/en/seoul2021/delegation/KOR/pledges/${HELICOPTERS}`)
    for (const page of ['report', 'reply']) expect(text).toContain(`href="/en${at(page)}"`)
  })
})

describe('a report typed in a form', () => {
  const fields = { pledge: HELICOPTERS, party: 'KOR' }

  it('says at its fields what cannot be understood, and keeps what was typed', async () => {
    const refused = await deed(korea.mine, 'followup.tell', at('report'), {
      ...fields,
      ...{ 'told.stage': 'partly-delivered', 'told.on': 'soon', 'told.from': 'spring' },
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('value="soon"')
    expect(refused.text.match(/aria-invalid="true"/g)).toHaveLength(2)
  })

  it('stands on the public page, with its files for the parties alone', async () => {
    const given = await deed(korea.mine, 'followup.tell', at('report'), {
      ...fields,
      ...{ 'told.stage': 'partly-delivered', 'told.on': '12/2023', files: paper('handover.pdf') },
      ...{ 'told.quantity.value': '٦', 'told.quantity.unit': 'helicopter' },
      ...{ '~told.note.original': 'en', 'told.note.in.en.value': 'Six have been handed over.' },
      '~told.note.in.en.status': 'authentic',
    })
    expect([given.status, given.location]).toEqual([303, `/en${at('report')}`])
    const open = (await browser().get(`/en/pledges/${HELICOPTERS}`)).text
    expect(open).toContain('Six have been handed over.')
    expect(open).not.toContain('handover.pdf')
    const own = (await korea.mine.get(`/en${at('report')}`)).text
    const [, file = ''] = own.match(/href="([^"]+\/files\/[^"]+)"/) ?? []
    expect(file).not.toBe('')
    expect((await korea.mine.get(file)).status).toBe(200)
    expect((await kenya.mine.get(file)).status).toBe(200)
    for (const by of [browser(), (await somebody('focal-point', 'GHA')).mine]) {
      expect((await by.get(file)).status).toBe(404)
    }
  })

  it('sent twice is one', async () => {
    const twice = { ...fields, 'told.stage': 'partly-delivered', 'told.on': '2024-02' }
    const reports = () => world.read.selectFrom('progressReport').select('id').execute()
    const before = (await reports()).length
    for (const _ of [1, 2]) await deed(korea.mine, 'followup.tell', at('report'), twice)
    expect((await reports()).length - before).toBe(1)
  })

  it('is not given for another delegation, whatever is sent', async () => {
    const sent = await deed(kenya.mine, 'followup.tell', at('report', 'KEN'), {
      ...fields,
      ...{ 'told.stage': 'delivered', 'told.on': '2024-03' },
    })
    expect(sent.status).toBe(403)
  })
})

describe('the right of reply', () => {
  it('confirms the entry, and disputes it in words that stand beside it', async () => {
    const confirmed = await deed(korea.mine, 'pledges.confirm', at('reply'), {
      ...{ pledge: HELICOPTERS, party: 'KOR' },
    })
    expect(confirmed.status).toBe(303)
    const fields = {
      ...{ party: 'KOR', 'subject.kind': 'pledge', 'subject.id': HELICOPTERS, kind: 'dispute' },
      audience: 'public',
    }
    const empty = await deed(korea.mine, 'followup.reply', at('reply'), fields)
    expect(empty.status).toBe(422)
    const sent = await deed(korea.mine, 'followup.reply', at('reply'), {
      ...{ ...fields, '~words.original': 'ko', 'words.in.ko.value': '수량이 다릅니다.' },
      '~words.in.ko.status': 'authentic',
    })
    expect(sent.status).toBe(303)
    expect((await korea.mine.get(`/en${at('reply')}`)).text).toContain(
      'Your delegation has confirmed this entry.',
    )
    expect((await browser().get(`/fr/pledges/${HELICOPTERS}`)).text).toContain('수량이 다릅니다.')
  })
})

describe('a report of an error', () => {
  const page = `/pledges/${HELICOPTERS}/error`

  it('is made by anybody, without an account, from the public page', async () => {
    expect((await browser().get(`/en/pledges/${HELICOPTERS}`)).text).toContain(`href="/en${page}"`)
    const fields = { about: `/pledges/${HELICOPTERS}`, words: 'The number is eighteen.' }
    const sent = await deed(browser(), 'followup.report-error', page, fields)
    expect([sent.status, sent.location]).toEqual([303, `/en${page}`])
    const kept = await world.read.selectFrom('errorReport').selectAll().execute()
    expect(kept).toMatchObject([{ pledge: HELICOPTERS, conference: 'seoul2021' }])
    expect((await browser().get(`/en/pledges/${HELICOPTERS}`)).text).not.toContain(fields.words)
  })

  it('says that it needs words', async () => {
    const fields = { about: `/pledges/${HELICOPTERS}`, words: '  ' }
    const sent = await deed(browser(), 'followup.report-error', page, fields)
    expect(sent.status).toBe(422)
  })

  it('is not there for a pledge that nobody may see', async () => {
    expect((await browser().get('/en/pledges/KOR-2021-99/error')).status).toBe(404)
  })
})
