import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId, FileId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { earliest, instantAt } from '../../kernel/time.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { isThere } from '../delegations/participants/life.model.ts'
import { Kind, ParticipantId } from '../delegations/participants/model.ts'
import { countsAt, participantOf } from '../delegations/participants/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { CLASSES, KEEPER } from '../privacy/model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { expireAnswers, forgetStarts } from './expire.commands.ts'
import { recordPreset, setForm, takeForm, topicsOf } from './forms.commands.ts'
import { type Form, Preset, takesPeople } from './forms.model.ts'
import { linkLetter, receivedLetter } from './letters.mails.ts'
import { AddPage } from './pages/add-page.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { FormPage } from './pages/form-page.tsx'
import { FillInPage, NoLinkPage, OwnPage } from './pages/own-page.tsx'
import type { Place } from './pages/place.tsx'
import { FormsPage, OpenForms, RegisterPage } from './pages/register-page.tsx'
import { everyPreset, formOf, formsAt, holderOf } from './queries.ts'
import {
  addPerson,
  begin,
  changeRegistration,
  eraseRegistration,
  register,
  withdrawRegistration,
} from './register.commands.ts'
import { say } from './words.ts'

/** A paper that somebody handed in with their answers, for those who decide on them. */
const answerFile = fileResource('registration.answer', {
  path: '/:conference/people/:participant/answer/:field',
  params: z.object({ conference: ConferenceId, participant: ParticipantId, field: z.string() }),
  query: z.object({}),
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async find(db, { params: { conference, participant, field } }) {
    const person = await participantOf(db, participant)
    if (person?.conference !== conference || !person.person) return null
    const kept = await formOf(db, conference, person.kind)
    const asked = kept?.form.fields.some(({ id, kind }) => id === field && kind === 'file')
    return asked ? (FileId.safeParse(person.person.answers[field]).data ?? null) : null
  },
})

const AtConference = z.object({ conference: ConferenceId })
const OfForm = AtConference.extend({ kind: Kind })
const Nothing = z.object({})
type At = z.infer<typeof AtConference>

const topics = ({ conference }: At) => [
  ...topicsOf(conference),
  `delegations/${conference}`,
  `conferences/${conference}`,
]
/** A page on which anybody may send a form: it is read anew for each reader. */
const anybody = () => true
const secretariat = (actor: Actor, { conference }: At) => isSecretariat(actor, conference)

const placeOf = (viewer: Viewer, outline: Outline): Place => {
  const { id: conference, name: conferenceName } = barOf(outline, viewer.language)
  return { viewer, conference, conferenceName, zone: outline.zone }
}
const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}
const titleOf = ({ name }: Form, { language }: Viewer) => readingOf(name, language).value

async function openAt(db: Reading, { conference }: At, now: Temporal.Instant) {
  const outline = await outlineById(db, conference)
  const forms = (await formsAt(db, conference)).map(({ form }) => form)
  return outline && { outline, forms: forms.filter((one) => takesPeople(one, outline.zone, now)) }
}

/** The next instant at which a form closes by itself. */
const closing = ({ outline, forms }: { outline: Outline; forms: readonly Form[] }) =>
  earliest(
    forms.flatMap(({ closes }) =>
      closes ? [instantAt(closes.day, closes.clock, outline.zone)] : [],
    ),
  )

const formsPage = page('registration.forms', {
  path: '/:conference/register',
  params: AtConference,
  query: Nothing,
  topics,
  read: (db, { params, viewer }) => openAt(db, params, viewer.now),
  until: closing,
  view: ({ outline, forms }, viewer) => ({
    ...framed(outline, say(viewer.language, 'register'), viewer),
    body: FormsPage({ place: placeOf(viewer, outline), forms }),
  }),
})

const openSection = section({
  of: 'conferences.conference',
  name: 'registration',
  topics,
  async read(db, { params, viewer }) {
    const found = await openAt(db, params, viewer.now)
    return found && found.forms.length > 0 ? found : null
  },
  until: closing,
  view: ({ outline, forms }, { language }) =>
    OpenForms({ language, conference: outline.id, forms }),
})

async function readForm(db: Reading, { conference, kind }: z.infer<typeof OfForm>) {
  const outline = await outlineById(db, conference)
  const kept = await formOf(db, conference, kind)
  return outline && kept && { outline, ...kept }
}

const registerPage = page('registration.register', {
  path: '/:conference/register/:kind',
  params: OfForm,
  query: z.object({ sent: z.literal('1').optional().catch(undefined) }),
  topics: (params) => topics(params),
  may: anybody,
  read: (db, { params }) => readForm(db, params),
  view: ({ outline, form }, viewer, { query }) => ({
    ...framed(outline, titleOf(form, viewer), viewer),
    body: RegisterPage({
      ...{ place: placeOf(viewer, outline), form, sent: query.sent !== undefined },
      open: takesPeople(form, outline.zone, viewer.now),
    }),
  }),
})

const ownPage = page('registration.own', {
  path: '/:conference/registration',
  params: AtConference,
  query: z.object({ key: z.string().max(200).catch('').default('') }),
  topics,
  may: anybody,
  async read(db, { params: { conference }, query }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const { start, participant } = await holderOf(db, query.key)
    const of = participant ?? start
    const kept = of?.conference === conference ? await formOf(db, conference, of.kind) : null
    return { outline, participant, form: kept?.form ?? null }
  },
  view({ outline, participant, form }, viewer, { query: { key: secret } }) {
    const place = placeOf(viewer, outline)
    const open = form !== null && takesPeople(form, outline.zone, viewer.now)
    const body =
      form === null
        ? NoLinkPage({ place })
        : participant
          ? OwnPage({ place, secret, form, open, participant })
          : FillInPage({ place, secret, form, open })
    return { ...framed(outline, say(viewer.language, 'own'), viewer), body }
  },
})

const deskPage = page('registration.desk', {
  path: '/:conference/desk/registration',
  params: AtConference,
  query: Nothing,
  topics,
  may: secretariat,
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    const forms = (await formsAt(db, conference)).map(({ form }) => form)
    const used = new Set(forms.map(({ kind }) => kind))
    const presets = (await everyPreset(db)).filter(({ kind }) => !used.has(kind))
    return outline && { outline, forms, presets, counts: await countsAt(db, conference) }
  },
  view: ({ outline, forms, presets, counts }, viewer) => ({
    ...framed(outline, say(viewer.language, 'desk'), viewer),
    body: DeskPage({
      ...{ place: placeOf(viewer, outline), presets },
      forms: forms.map((form) => ({
        form,
        open: takesPeople(form, outline.zone, viewer.now),
        people: counts
          .filter(({ kind, state }) => kind === form.kind && isThere(state))
          .reduce((sum, { people }) => sum + people, 0),
      })),
    }),
  }),
})

const formPage = page('registration.form', {
  path: '/:conference/desk/registration/:kind',
  params: OfForm,
  query: Nothing,
  topics: (params) => topics(params),
  may: (actor, params) => secretariat(actor, params),
  read: (db, { params }) => readForm(db, params),
  view: ({ outline, form, version }, viewer) => ({
    ...framed(outline, titleOf(form, viewer), viewer),
    body: FormPage({ place: placeOf(viewer, outline), form, version }),
  }),
})

const addPage = page('registration.add', {
  path: '/:conference/desk/registration/:kind/new',
  params: OfForm,
  query: Nothing,
  topics: (params) => topics(params),
  may: (actor, params) => secretariat(actor, params),
  read: (db, { params }) => readForm(db, params),
  view: ({ outline, form }, viewer) => ({
    ...framed(outline, titleOf(form, viewer), viewer),
    body: AddPage({ place: placeOf(viewer, outline), form }),
  }),
})

const Shipped = z.object({ forms: z.array(Preset) })

export const registration = feature('registration', {
  say,
  commands: [
    recordPreset,
    takeForm,
    setForm,
    begin,
    register,
    changeRegistration,
    withdrawRegistration,
    eraseRegistration,
    addPerson,
    expireAnswers,
    forgetStarts,
  ],
  jobs: {
    'registration.expire': eachNight(expireAnswers, CLASSES, 'classes'),
    'registration.forget': async (_, { perform, key }) => {
      await perform(KEEPER, forgetStarts, {}, { key })
    },
  },
  schedule: {
    'registration.expire': { daily: '03:18' },
    'registration.forget': { daily: '03:20' },
  },
  pages: [formsPage, registerPage, ownPage, deskPage, formPage, addPage],
  resources: [answerFile],
  sections: [openSection],
  tasks: [
    {
      name: 'registration.desk',
      group: 'people',
      label: (language) => say(language, 'desk'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference)
          ? `/${conference}/desk/registration`
          : null,
    },
  ],
  mails: { 'registration.link': linkLetter, 'registration.received': receivedLetter },
  shipped: [
    {
      file: 'registration-forms.json',
      deeds: (content) =>
        Shipped.parse(content).forms.map((preset) => ({
          command: recordPreset,
          input: preset,
          key: `registration-preset/${preset.kind}`,
        })),
    },
  ],
})
