import { isolateIn } from '../../../i18n/isolate.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { facts, type Letter, link, paragraph } from '../../../platform/mail/letter.ts'
import { outlineById } from '../../conferences/queries.ts'
import { ParticipantId } from '../../delegations/participants/model.ts'
import { participantOf } from '../../delegations/participants/queries.ts'
import { say } from '../words.ts'

/** The letter with the link to what is held about somebody, to the address that was given of them. */
export async function linkLetter(
  data: Record<string, unknown>,
  { read, origin }: { read: Reading; origin: string },
): Promise<Letter[]> {
  const conference = ConferenceId.parse(data.conference)
  const language = Language.parse(data.language)
  const outline = await outlineById(read, conference)
  const participant = await participantOf(read, ParticipantId.parse(data.participant))
  const { address, name } = participant?.person ?? {}
  if (!outline || !participant || !address || !name) return []
  const words = (key: Parameters<typeof say>[1]) => say(language, key)
  const value = readingOf(outline.name, language).value
  return [
    {
      to: { address, name, language },
      subject: `${words('title')} · ${readingOf(outline.shortName, language).value}`,
      text: [
        paragraph(words('letter.text')),
        facts(
          { label: words('letter.conference'), value },
          { label: words('letter.person'), value: isolateIn(language, name) },
        ),
        link(
          words('download'),
          `${origin}/${language}/${conference}/registration/data.zip?key=${data.key}`,
        ),
        paragraph(words('letter.unasked')),
      ],
      kind: 'own-data.link',
      about: `participant/${participant.id}`,
      confidential: true,
    },
  ]
}
