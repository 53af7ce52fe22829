import type { ColumnType } from 'kysely'
import type { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { ParticipantId } from '../delegations/participants/model.ts'
import {
  digestOfKey,
  type Participant,
  participantByKey,
} from '../delegations/participants/queries.ts'
import type { Form, Preset } from './forms.model.ts'

type Moment = Temporal.Instant

declare module '../../platform/database/tables.ts' {
  interface Tables {
    registrationPreset: { kind: string; content: ColumnType<Preset, string, string> }
    registrationForm: {
      conference: ConferenceId
      kind: string
      version: number
      content: ColumnType<Form, string, string>
    }
    registrationStart: {
      digest: ColumnType<string, unknown, never>
      conference: ConferenceId
      kind: string
      address: string
      language: Language
      at: Moment
    }
  }
}

export const everyPreset = (db: Reading | Writing): Promise<Preset[]> =>
  db
    .selectFrom('registrationPreset')
    .select('content')
    .orderBy('kind')
    .execute()
    .then((rows) => rows.map(({ content }) => content))

export const presetOf = (db: Reading | Writing, kind: string): Promise<Preset | null> =>
  db
    .selectFrom('registrationPreset')
    .select('content')
    .where('kind', '=', kind)
    .executeTakeFirst()
    .then((row) => row?.content ?? null)

export interface KeptForm {
  form: Form
  version: number
}

export const formOf = (
  db: Reading | Writing,
  conference: ConferenceId,
  kind: string,
): Promise<KeptForm | null> =>
  db
    .selectFrom('registrationForm')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .where('kind', '=', kind)
    .executeTakeFirst()
    .then((row) => (row ? { form: row.content, version: row.version } : null))

/** The forms of a conference, by their kinds. */
export const formsAt = (db: Reading | Writing, conference: ConferenceId): Promise<KeptForm[]> =>
  db
    .selectFrom('registrationForm')
    .select(['content', 'version'])
    .where('conference', '=', conference)
    .orderBy('kind')
    .execute()
    .then((rows) => rows.map(({ content, version }) => ({ form: content, version })))

/** Somebody who proved an address by following its link, and has not registered yet. */
export interface Start {
  conference: ConferenceId
  kind: string
  address: string
  language: Language
}

const startByKey = (db: Reading | Writing, key: string): Promise<Start | null> =>
  db
    .selectFrom('registrationStart')
    .select(['conference', 'kind', 'address', 'language'])
    .where('digest', '=', digestOfKey(key))
    .executeTakeFirst()
    .then((row) => row ?? null)

/** What a link leads to: a form to fill in, or somebody who did. */
export async function holderOf(
  db: Reading | Writing,
  key: string,
): Promise<{ start: Start | null; participant: Participant | null }> {
  const participant = await participantByKey(db, key)
  return { participant, start: participant ? null : await startByKey(db, key) }
}

/** When links last went to an address, newest first. */
export const linksTo = (
  db: Writing,
  conference: ConferenceId,
  address: string,
): Promise<Moment[]> =>
  db
    .selectFrom('registrationStart')
    .select('at')
    .where('conference', '=', conference)
    .where('address', '=', address)
    .orderBy('at', 'desc')
    .limit(10)
    .execute()
    .then((rows) => rows.map(({ at }) => at))

/** Who registered by a form with an address, if anybody did. */
export const registeredAs = (
  db: Writing,
  { conference, kind, address }: Pick<Start, 'conference' | 'kind' | 'address'>,
): Promise<ParticipantId | null> =>
  db
    .selectFrom('participant')
    .select('id')
    .where('conference', '=', conference)
    .where('kind', '=', kind)
    .where('state', 'not in', ['withdrawn'])
    .where(({ eb, ref }) => eb(ref('content', '->>').key('address'), '=', address))
    .executeTakeFirst()
    .then((row) => row?.id ?? null)

/** How many people of one organisation are registered by a form. */
export const ofOrganisation = (
  db: Writing,
  conference: ConferenceId,
  kind: string,
  organisation: string,
): Promise<number> =>
  db
    .selectFrom('participant')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('conference', '=', conference)
    .where('kind', '=', kind)
    .where('state', 'not in', ['withdrawn', 'refused'])
    .where(({ eb, fn, ref }) =>
      eb(
        fn<string>('lower', [ref('content', '->>').key('organisation')]),
        '=',
        organisation.toLowerCase(),
      ),
    )
    .executeTakeFirstOrThrow()
    .then(({ people }) => Number(people))
