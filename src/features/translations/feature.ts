import { z } from 'zod'
import glossary from '../../../GLOSSARY.md?raw'
import { ConferenceId, FileId } from '../../kernel/ids.ts'
import { LANGUAGES, Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type Feature, feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import type { Task } from '../../platform/task.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { allTexts } from './all-texts.queries.ts'
import { assign, translating } from './commands.ts'
import { askedBy, benchFor, countedOf, languagesOf, lineOf, openIn } from './desk.queries.ts'
import { termsFrom } from './glossary/terms.ts'
import { mayAssign, mayTranslate } from './model.ts'
import { type FileFacts, FilePage } from './pages/file-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { TextPage } from './pages/text-page.tsx'
import { assignmentsOf, translatorsOf } from './queries.ts'
import { TextWish, Wish } from './wish.ts'
import { say } from './words.ts'
import { originalsOf, unitsFor } from './xliff/export.queries.ts'
import { applying, handIn } from './xliff/file.commands.ts'
import { filesOf, type Returned, returnedFile } from './xliff/file.queries.ts'
import { printXliff } from './xliff/write.ts'

const OfConference = z.object({ conference: ConferenceId })

/** Lines of a list on one page. */
const PAGE = 40

const menuOf = (outline: Outline, { language }: Pick<Viewer, 'language'>) => ({
  id: outline.id,
  name: readingOf(outline.shortName, language).value,
})

/** Translators: what is to be done in the texts of all features before this one, and doing it. */
export function translations(upstream: readonly Feature[]): Feature {
  const sources = upstream.flatMap(({ texts = [] }) => texts)
  const all = allTexts(sources)
  const terms = termsFrom(glossary)
  const topics = ({ conference }: { conference: ConferenceId }) => [
    `translations/${conference}`,
    `conferences/${conference}`,
    `programme/${conference}/draft`,
    `pledges/of/${conference}`,
  ]

  /** The language that somebody asked for, else the first of theirs, else their own. */
  const intoOf = (asked: Language | undefined, mine: readonly Language[], viewer: Viewer) =>
    asked ?? (mine.length < LANGUAGES.length ? mine[0] : undefined) ?? viewer.language

  const listPage = page('translations.list', {
    path: '/:conference/desk/translations',
    params: OfConference,
    query: Wish,
    topics,
    may: (actor, { conference }) => mayTranslate(actor, conference),
    async read(db, { params: { conference }, query, viewer }) {
      const outline = await outlineById(db, conference)
      if (!outline) return null
      const mine = await languagesOf(db, viewer.actor, conference)
      const wish = { ...query, into: intoOf(query.into, mine, viewer) }
      const tallies = await all.tally(db, conference)
      const found = await all.list(db, conference, askedBy(query, wish.into, PAGE + 1))
      const lines = found.slice(0, PAGE)
      return {
        outline,
        facts: {
          ...{ conference, wish, mine, zone: outline.zone },
          counted: countedOf(tallies),
          kinds: sources.flatMap((source) =>
            source.kinds.map((kind) => ({
              value: `${source.name}:${kind}`,
              label: source.sayKind(viewer.language, kind),
            })),
          ),
          lines: lines.map((one) => lineOf(one, wish.into, viewer.language)),
          more: found.length > PAGE ? (lines.at(-1)?.key ?? null) : null,
          translators: mayAssign(viewer.actor, conference)
            ? await translatorsWith(db, conference)
            : null,
          originals: await originalsOf(db, all, conference, wish),
          files: await filesOf(db, conference),
        },
      }
    },
    view: ({ outline, facts }, viewer) => ({
      title: `${say(viewer.language, 'title')} · ${menuOf(outline, viewer).name}`,
      conference: menuOf(outline, viewer),
      body: ListPage({ viewer, facts }),
    }),
  })

  const textPage = page('translations.text', {
    path: '/:conference/desk/translations/text',
    params: OfConference,
    query: TextWish,
    topics,
    may: (actor, { conference }) => mayTranslate(actor, conference),
    async read(db, { params: { conference }, query, viewer }) {
      const outline = await outlineById(db, conference)
      const mine = await languagesOf(db, viewer.actor, conference)
      const wish = { ...query, into: intoOf(query.into, mine, viewer) }
      const asked = { conference, wish, reader: viewer }
      const bench = outline && (await benchFor(db, all, terms, asked))
      return bench && { outline, wish, bench }
    },
    view: ({ outline, wish, bench }, viewer) => ({
      title: `${say(viewer.language, 'title')} · ${bench.line.kind}`,
      conference: menuOf(outline, viewer),
      body: TextPage({ viewer, conference: outline.id, zone: outline.zone, wish, bench }),
    }),
  })

  const filePage = page('translations.file', {
    path: '/:conference/desk/translations/file/:file',
    params: OfConference.extend({ file: FileId }),
    query: z.object({}),
    topics: (params) => topics(params),
    may: (actor, { conference }) => mayTranslate(actor, conference),
    async read(db, { params: { conference, file }, viewer }) {
      const outline = await outlineById(db, conference)
      const found = outline && (await returnedFile(db, all, conference, file))
      return found && { outline, facts: fileFacts(found, conference, viewer.language) }
    },
    view: ({ outline, facts }, viewer) => ({
      title: say(viewer.language, 'file'),
      conference: menuOf(outline, viewer),
      body: FilePage({ viewer, facts }),
    }),
  })

  const file = resource('translations.xlf', {
    path: '/:conference/desk/translations.xlf',
    type: 'application/xliff+xml; charset=utf-8',
    params: OfConference,
    query: Wish.omit({ after: true }).extend({ from: Language, into: Language }),
    topics,
    may: (actor, { conference }) => mayTranslate(actor, conference),
    async read(db, { params: { conference }, query, viewer }) {
      const { from, into } = query
      const units = await unitsFor(db, all, conference, query, viewer)
      return units.length > 0 ? { id: conference, from, into, units } : null
    },
    filename: ({ conference }) => `${conference}.xlf`,
    render: (facts) => printXliff(facts),
  })

  const task: Task = {
    name: 'translations.translate',
    group: 'documents',
    label: (language) => say(language, 'task'),
    at: (actor, { conference, party }) =>
      party === null && mayTranslate(actor, conference) ? `/${conference}/desk/translations` : null,
    async waits(db, { actor, conference }) {
      const mine = await languagesOf(db, actor, conference)
      return { count: openIn(await all.tally(db, conference), mine), due: null }
    },
    topics: (conference) => topics({ conference }),
  }

  return feature('translations', {
    say,
    commands: [translating(all), assign, handIn, applying(all)],
    pages: [listPage, textPage, filePage],
    resources: [file],
    tasks: [task],
  })
}

function fileFacts(found: Returned, conference: string, language: Language): FileFacts {
  const { file, appliedAt, content, texts, plan } = found
  const { from, into } = content
  return {
    ...{ conference, file, from, into, applied: appliedAt !== null },
    changes: plan.changes.map(({ key, before, after }) => {
      const one = texts.get(key)
      return {
        kind: one?.source.sayKind(language, one.kind) ?? '',
        original: one?.text.in[from]?.value ?? '',
        before: before?.value ?? '',
        after: after.value,
      }
    }),
    left: plan.left.map(({ key, why, unit }) => ({
      ...{ key, why, source: unit.source },
      now: texts.get(key)?.text.in[from]?.value ?? unit.source,
    })),
    seen: versionOf(plan.changes),
  }
}

async function translatorsWith(db: Reading, conference: ConferenceId) {
  const assignments = await assignmentsOf(db, conference)
  return (await translatorsOf(db, conference)).map((one) => ({
    ...one,
    languages: assignments.get(one.account) ?? [],
  }))
}
