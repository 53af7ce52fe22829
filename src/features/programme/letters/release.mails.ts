import { ConferenceId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Reading as Wording } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import {
  heading,
  type Letter,
  link,
  list,
  type Part,
  paragraph,
  quotation,
} from '../../../platform/mail/letter.ts'
import { outlineById } from '../../conferences/queries.ts'
import { holdersOf } from '../../people/recipients.queries.ts'
import { releaseInFull } from '../queries.ts'
import { type ReleaseWords, releaseWords } from './release-letter.print.ts'

interface World {
  read: Reading
  origin: string
}

/** The letters about a release: to each holder of the chosen roles, in their language and with their own times. */
export async function releaseLetters(
  data: Record<string, unknown>,
  { read, origin }: World,
): Promise<Letter[]> {
  const id = ConferenceId.parse(data.conference)
  const conference = await outlineById(read, id)
  const release = await releaseInFull(read, id, Number(data.release))
  if (!conference || !release?.letter) return []
  const { letter, ...told } = release
  const people = await holdersOf(read, { conference: id, roles: letter.to })
  return people.map(({ address, name, language, zone }) => {
    const words = releaseWords({ ...told, conference, words: letter.words }, language, zone)
    return {
      to: { address, name, language, ...(zone !== null && { zone }) },
      subject: words.subject,
      text: partsOf(words, language, `${origin}/${language}`),
      kind: 'programme.release',
      about: `programme/${id}/${release.number}`,
    }
  })
}

function partsOf(words: ReleaseWords, language: Language, home: string): Part[] {
  const said = (wording: Wording): Part =>
    wording.language === language
      ? paragraph(wording.value)
      : quotation(wording.value, wording.language)
  return [
    ...(words.words ? [said(words.words)] : []),
    said(words.note),
    paragraph(words.zone),
    heading(words.heading),
    ...(words.lines.length > 0
      ? [list(...words.lines.map(({ text, address }) => ({ text, href: home + address })))]
      : []),
    link(words.link.label, home + words.link.address),
  ]
}
