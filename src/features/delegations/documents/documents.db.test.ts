import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aboutFiles } from '../../../platform/files/uploads.ts'
import { aPicture, developPhotos, paperBy, photoBy } from '../../../testing/delegations/files.ts'
import {
  focalPoint,
  holder,
  party,
  person,
  refusal,
  SEOUL,
} from '../../../testing/delegations/people.ts'
import { type World, world } from '../../../testing/world.ts'
import { reply } from '../invitations/reply.commands.ts'
import { approve } from '../participants/decide.commands.ts'
import { erasePerson, expire } from '../participants/erase.commands.ts'
import { addMember, changeMember } from '../participants/member.commands.ts'
import { ParticipantId } from '../participants/model.ts'
import { participantOf, portraitOf } from '../participants/queries.ts'
import { declineDocument, handInDocument, verifyDocument } from './commands.ts'
import { documentsOf, verifiedAt } from './queries.ts'

let here: World
const host = holder('host-secretariat')
const uruguay = focalPoint('URY')
const ury = { conference: SEOUL, party: 'URY' }

beforeAll(async () => {
  here = await world({ shipped: true })
  await here.perform(host, reply, { ...ury, mode: 'in-person', level: 'minister' })
}, 60_000)
afterAll(() => here.close())

const handIn = async (said: Record<string, unknown> = {}) => {
  const file = await paperBy(here, uruguay)
  const given = {
    ...ury,
    kind: 'note-verbale',
    number: '12/2021',
    dated: '2021-11-01',
    file,
    ...said,
  }
  const { answer } = await here.perform(uruguay, handInDocument, given)
  return { file, document: String(answer.document) }
}
const add = async (name: string, said: Record<string, unknown> = {}) => {
  const given = { ...ury, person: person(name, said), submit: true }
  const { answer } = await here.perform(uruguay, addMember, given)
  return ParticipantId.parse(answer.participant)
}
const accredit = (...participants: ParticipantId[]) =>
  here.perform(host, approve, { conference: SEOUL, participants })

describe('the note of a delegation', () => {
  it('is handed in by its focal point with a file of their own', async () => {
    const others = await paperBy(here, focalPoint('CHL'))
    expect(await refusal(handIn({ file: others }))).toEqual(['platform.file-unknown', 422])
    const given = { ...ury, kind: 'note-verbale', file: others }
    expect(await refusal(here.perform(focalPoint('CHL'), handInDocument, given))).toEqual([
      'platform.not-allowed',
      403,
    ])
    const photo = await photoBy(here, uruguay)
    expect(
      await refusal(
        here.perform(uruguay, handInDocument, { ...ury, kind: 'credentials', file: photo }),
      ),
    ).toBeNull()
  })

  it('is verified or declined by the secretariat, once; a letter says why', async () => {
    const { document } = await handIn()
    const one = { conference: SEOUL, document }
    expect(await refusal(here.perform(uruguay, verifyDocument, one))).toEqual([
      'platform.not-allowed',
      403,
    ])
    await here.perform(host, declineDocument, { ...one, reason: 'The seal is missing.' })
    expect(await refusal(here.perform(host, verifyDocument, one))).toEqual([
      'delegations.document-decided',
      409,
    ])
    const [first] = (await documentsOf(here.read, SEOUL, party('URY'))).filter(
      ({ id }) => id === document,
    )
    expect(first).toMatchObject({ state: 'declined', reason: 'The seal is missing.' })
  })

  it('must be verified before names count', async () => {
    const minister = await add('Francisco Bustillo', { rank: 'minister', place: 'head' })
    expect(await refusal(accredit(minister))).toEqual(['delegations.document-missing', 409])
    const { document } = await handIn()
    await here.perform(host, verifyDocument, { conference: SEOUL, document })
    expect([...(await verifiedAt(here.read, SEOUL))]).toEqual(['URY'])
    await accredit(minister)
  })
})

describe('the photo of a member', () => {
  it('is needed of those who are no ministers, and is kept as it is printed', async () => {
    expect(await refusal(add('No Photo'))).toEqual(['delegations.photo-missing', 409])
    const photo = await photoBy(here, uruguay)
    const id = await add('With Photo', { photo })
    expect((await participantOf(here.read, id))?.portrait).toBe('expected')
    expect(await refusal(accredit(id))).toEqual(['delegations.photo-missing', 409])
    await developPhotos(here)
    expect((await participantOf(here.read, id))?.portrait).toBe('ready')
    const { format, width } = await sharp((await portraitOf(here.read, id)) ?? '').metadata()
    expect({ format, width }).toEqual({ format: 'jpeg', width: 400 })
    // What was sent is gone.
    expect(await aboutFiles(here.read, [photo])).toEqual([])
    await accredit(id)
  })

  it('is another one after it was changed, and stays where it was not', async () => {
    const id = await add('Changes', { photo: await photoBy(here, uruguay) })
    await developPhotos(here)
    const before = await participantOf(here.read, id)
    const change = (said: Record<string, unknown>) =>
      here.perform(uruguay, changeMember, {
        conference: SEOUL,
        participant: id,
        person: { ...before?.person, ...said },
      })
    await change({ languages: ['es'] })
    expect((await participantOf(here.read, id))?.portrait).toBe('ready')
    await change({ photo: await photoBy(here, uruguay), languages: ['es'] })
    expect((await participantOf(here.read, id))?.portrait).toBe('expected')
    await developPhotos(here)
    expect((await participantOf(here.read, id))?.portrait).toBe('ready')
  })

  it('goes with the person, and in its time', async () => {
    const [erased, old] = [
      await add('Erased', { photo: await photoBy(here, uruguay) }),
      await add('Old', { photo: await photoBy(here, uruguay) }),
    ]
    await developPhotos(here)
    await here.perform(host, erasePerson, { conference: SEOUL, participant: erased })
    expect(await portraitOf(here.read, erased)).toBeNull()
    const files = (await documentsOf(here.read, SEOUL, party('URY'))).flatMap(
      ({ file }) => file ?? [],
    )
    expect((await aboutFiles(here.read, files)).length).toBeGreaterThan(1)
    await here.perform(host, expire, { conference: SEOUL, classes: ['photo', 'identity'] })
    expect(await participantOf(here.read, old)).toMatchObject({
      portrait: 'none',
      person: { photo: null },
    })
    expect(await aboutFiles(here.read, files)).toEqual([])
    expect(
      (await documentsOf(here.read, SEOUL, party('URY'))).every(({ file }) => file === null),
    ).toBe(true)
  })

  it('is never a text that calls itself a picture', async () => {
    const file = await paperBy(here, uruguay)
    expect(await refusal(add('Paper', { photo: file }))).toEqual([
      'platform.file-of-other-kind',
      422,
    ])
    expect((await aPicture()).length).toBeGreaterThan(100)
  })
})
