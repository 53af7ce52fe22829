import { sayDay } from '../../i18n/days.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type Fact, facts, type Letter, link, paragraph } from '../../platform/mail/letter.ts'
import { outlineById } from '../conferences/queries.ts'
import { nameOn } from '../parties/model.ts'
import { partyOf } from '../parties/queries.ts'
import { holdingById } from './queries.ts'
import { reachableOf } from './recipients.queries.ts'
import { sayRole } from './roles.print.ts'
import { say } from './words.ts'

interface World {
  read: Reading
  origin: string
  now: Temporal.Instant
}

/** Tells somebody which role they were given, and how to come in. No link in it signs anybody in. */
export async function invitationLetters(
  data: Record<string, unknown>,
  { read, origin, now }: World,
): Promise<Letter[]> {
  const holding = await holdingById(read, String(data.holding))
  if (!holding || holding.until !== null) return []
  const [person] = await reachableOf(read, [holding.account])
  if (!person) return []
  const { address, name, language, zone } = person
  const conference = holding.conference === '*' ? null : await outlineById(read, holding.conference)
  const party = holding.party === null ? null : await partyOf(read, holding.party)
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const told: Fact[] = [
    ...(conference
      ? [
          {
            label: say(language, 'conference'),
            value: readingOf(conference.shortName, language).value,
          },
        ]
      : []),
    { label: say(language, 'role'), value: sayRole(language, holding.role) },
    ...(party
      ? [{ label: say(language, 'party'), value: nameOn(party, today, language).short }]
      : []),
    { label: say(language, 'since'), value: sayDay(language, today) },
    { label: say(language, 'address'), value: address },
  ]
  return [
    {
      to: { address, name, language, ...(zone !== null && { zone }) },
      kind: 'people.invitation',
      about: `account/${holding.account}`,
      subject: say(language, 'letter.subject'),
      text: [
        paragraph(say(language, 'letter.text')),
        facts(...told),
        link(say(language, 'letter.link'), `${origin}/${language}/sign-in`),
        paragraph(say(language, 'letter.how')),
      ],
    },
  ]
}
