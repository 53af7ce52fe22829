import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { barOf } from '../conferences/outline.ts'
import { conferenceWithSeries, outlineById } from '../conferences/queries.ts'
import { adopt, close, reopen, signOff } from './deeds/adoption.commands.ts'
import {
  answerProposal,
  propose,
  takePosition,
  withdrawProposal,
} from './deeds/delegations.commands.ts'
import { begin, circulate, describe, draft } from './deeds/drafting.commands.ts'
import { beginSilence, object, stopSilence } from './deeds/silence.commands.ts'
import { adoptedDocument, type Reader } from './facts.queries.ts'
import { lettersOf } from './letters.mails.ts'
import { isPublic, Slug } from './model.ts'
import { AdoptedList, PublicPage } from './pages/public-page.tsx'
import { adoptedPaper } from './paper/paper.print.ts'
import paper from './paper/paper.typ?raw'
import { documentsAt } from './queries.ts'
import { outcomeTexts } from './texts/outcome.texts.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })
const OfDocument = OfConference.extend({ document: Slug })
const Nothing = z.object({})

const publicTopics = ({ conference }: { conference: ConferenceId }) => [
  `outcome-documents/${conference}`,
  `conferences/${conference}`,
  'parties',
]

const readerOf = ({ actor, language, now }: Viewer): Reader => ({ actor, language, now, compareIn })

const publicPage = page('outcome-documents.document', {
  path: '/:conference/outcome/:document',
  params: OfDocument,
  query: Nothing,
  topics: (params) => publicTopics(params),
  async read(db, { params: { conference, document }, viewer }) {
    const outline = await outlineById(db, conference)
    const adopted = outline && (await adoptedDocument(db, { outline, document }, readerOf(viewer)))
    const found = adopted && (await conferenceWithSeries(db, conference))
    return outline && adopted && found ? { outline, adopted, ...found } : null
  },
  view({ outline, adopted, conference, series }, viewer) {
    const { language } = viewer
    const { listed } = adopted.settings
    const rules = new Set(
      Object.entries(series.counting).flatMap(([id, { group }]) =>
        group === 'endorsement' ? [id] : [],
      ),
    )
    const title = readingOf(adopted.settings.name, language).value
    const bar = barOf(outline, language)
    return {
      title,
      conference: bar,
      body: PublicPage({
        language,
        facts: {
          adopted,
          conference: outline.id,
          steps: [
            { href: `/${language}/${outline.id}`, label: bar.name },
            { href: '', label: title },
          ],
          figures:
            listed === null ? [] : conference.figures.filter(({ counts }) => rules.has(counts)),
          counting: series.counting,
          desk: {
            language,
            parties: new Map(),
            day: adopted.adoptedOn,
            sources: conference.sources,
          },
        },
      }),
    }
  },
})

const publicPaper = resource('outcome-documents.pdf', {
  path: '/:conference/outcome/:document.pdf',
  type: 'application/pdf',
  params: OfDocument,
  query: Nothing,
  topics: (params) => publicTopics(params),
  async read(db, { params: { conference, document }, viewer }) {
    const outline = await outlineById(db, conference)
    const adopted = outline && (await adoptedDocument(db, { outline, document }, readerOf(viewer)))
    return outline && adopted ? { outline, adopted } : null
  },
  filename: ({ conference, document }, { language }) => `${conference}-${document}-${language}.pdf`,
  render: ({ outline, adopted }, { language }) => {
    const { settings, paragraphs, adoptedOn, positions } = adopted
    const conference = readingOf(outline.shortName, language).value
    return typeset(
      paper,
      adoptedPaper(
        { into: language, language, conference, settings, paragraphs },
        { adoptedOn, positions },
      ),
      Temporal.Instant.from(`${adoptedOn}T00:00Z`),
      'ua-1',
    )
  },
})

const adoptedSection = section({
  of: 'conferences.conference',
  name: 'outcome-documents',
  topics: ({ conference }: z.infer<typeof OfConference>) => [`outcome-documents/${conference}`],
  async read(db, { params: { conference } }) {
    const adopted = (await documentsAt(db, conference)).flatMap(
      ({ document, settings, state, adoptedOn }) =>
        isPublic(state) && adoptedOn !== null ? [{ document, settings, adoptedOn }] : [],
    )
    return adopted.length > 0 ? { conference, documents: adopted } : null
  },
  view: ({ conference, documents }, { language }) =>
    AdoptedList({ conference, documents, language }),
})

/** Communiqués and declarations: what everybody reads of them, and every deed that leads there. */
export const outcomeDocuments = feature('outcome-documents', {
  say,
  commands: [
    ...[begin, describe, draft, circulate, beginSilence, object, stopSilence],
    ...[signOff, adopt, close, reopen],
    ...[propose, answerProposal, withdrawProposal, takePosition],
  ],
  pages: [publicPage],
  resources: [publicPaper],
  sections: [adoptedSection],
  texts: [outcomeTexts],
  mails: {
    'outcome-documents.circulated': lettersOf('circulated'),
    'outcome-documents.silence': lettersOf('silence'),
    'outcome-documents.objection': lettersOf('objection'),
    'outcome-documents.adopted': lettersOf('adopted'),
  },
})
