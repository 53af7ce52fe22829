import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { styledName } from '../participants/list.print.ts'
import { nameOn } from '../parties/model.ts'
import type { PublicStatement, Published } from './shown.ts'

/** A statement as JSON: codes, instants and texts by language, and what people read of them in one language. */
export function printStatement(
  { outline, parties }: Published,
  statement: PublicStatement,
  { language, origin, licence }: { language: Language; origin: string; licence: string },
): string {
  const { speech, conference, session, party, delivered, content, speaker, pledges } = statement
  const named = parties.get(party)
  const base = `${origin}/${language}/${conference}/statements/${speech}`
  const day = session?.day ?? statement.publicAt.toString().slice(0, 10)
  return JSON.stringify(
    {
      ...{ address: base, licence, language, speech, conference },
      conferenceName: readingOf(outline.shortName, language).value,
      session: session && { slug: session.slug, title: readingOf(session.title, language).value },
      party: { code: party, name: named ? nameOn(named, day, language).short : party },
      onBehalfOf: statement.onBehalfOf,
      speaker:
        speaker && !speaker.unpublished
          ? { name: styledName(speaker, language), latinName: speaker.latinName }
          : null,
      delivered,
      publicAt: statement.publicAt,
      checkAgainstDelivery: content?.check ?? null,
      text: content?.text ?? null,
      video: content?.video ?? null,
      papers: statement.papers.map(({ id, name, language: tongue }) => ({
        ...{ name, language: tongue, address: `${base}/files/${id}` },
      })),
      pledges: pledges.map(({ id, title }) => ({
        ...{ id, title: readingOf(title, language).value },
        address: `${origin}/${language}/pledges/${id}`,
      })),
    },
    null,
    2,
  )
}
