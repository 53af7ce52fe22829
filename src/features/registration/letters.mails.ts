import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { facts, type Letter, link, paragraph } from '../../platform/mail/letter.ts'
import { outlineById } from '../conferences/queries.ts'
import { sayDates } from '../delegations/terms.print.ts'
import { formOf, holderOf } from './queries.ts'
import { say } from './words.ts'

type Data = Record<string, unknown>
interface World {
  read: Reading
  origin: string
}

interface To {
  address: string
  language: Language
  about: string
}

/** A letter about a registration, with the link that leads to it; nobody is told whether there was one before. */
const letterOf =
  (kind: 'link' | 'received') =>
  async (data: Data, { read, origin }: World): Promise<Letter[]> => {
    const key = String(data.key)
    const { start, participant } = await holderOf(read, key)
    const of = participant ?? start
    const outline = of && (await outlineById(read, of.conference))
    const kept = of && (await formOf(read, of.conference, of.kind))
    const address = participant?.person?.address ?? start?.address
    if (!of || !outline || !kept || !address) return []
    const language = of.language ?? 'en'
    const to: To = { address, language, about: `registration/${of.conference}/${of.kind}` }
    const dates = sayDates(language, outline)
    return [
      {
        to,
        subject: `${say(language, `letter.${kind}.subject`)} · ${readingOf(outline.shortName, language).value}`,
        text: [
          paragraph(say(language, `letter.${kind}.text`)),
          facts(
            {
              label: say(language, 'fact.conference'),
              value: readingOf(outline.name, language).value,
            },
            ...(dates ? [{ label: say(language, 'fact.dates'), value: dates }] : []),
            {
              label: say(language, 'fact.form'),
              value: readingOf(kept.form.name, language).value,
            },
          ),
          link(
            say(language, `letter.${kind}.open`),
            `${origin}/${language}/${of.conference}/registration?key=${key}`,
          ),
        ],
        kind: `registration.${kind}`,
        about: to.about,
        confidential: true,
      },
    ]
  }

export const linkLetter = letterOf('link')
export const receivedLetter = letterOf('received')
