import { directionOf, type Language } from '../../kernel/language.ts'
import { say as sayInUi } from '../../ui/words.ts'
import type { Part } from './blocks.ts'
import { deskOf, sayText } from './desk.print.ts'
import type { Outcome } from './facts.ts'
import { briefPart } from './parts/brief.print.ts'
import { documentsPart } from './parts/documents.print.ts'
import { figuresPart } from './parts/figures.print.ts'
import { jointPart } from './parts/joint.print.ts'
import { needsPart } from './parts/needs.print.ts'
import { pledgesPart } from './parts/pledges.print.ts'
import { rulesPart, sourcesPart } from './parts/rules.print.ts'
import { type Title, titleOf } from './parts/title.print.ts'
import { voicesPart } from './parts/voices.print.ts'
import { say } from './words.ts'

/** All that the template sets, already said in the reader's language. */
export interface Report {
  language: Language
  direction: 'ltr' | 'rtl'
  author: string
  /** Over every page, and as the name of the document. */
  conference: string
  title: Title
  /** Over the table of contents; empty where the report is short enough to do without. */
  contents: string
  /** Under every page. */
  notice: string
  parts: readonly Part[]
}

/** With so few pledges a report is read, not searched. */
const SHORT = 10

/** What is known of a conference and its pledges, as a report on paper: what `report.typ` sets. */
export function reportOf(language: Language, outcome: Outcome): Report {
  const desk = deskOf(language, outcome)
  const title = titleOf(desk)
  const parts = [
    briefPart,
    figuresPart,
    documentsPart,
    needsPart,
    pledgesPart,
    jointPart,
    voicesPart,
    rulesPart,
    sourcesPart,
  ].flatMap((part) => part(desk) ?? [])
  return {
    language,
    direction: directionOf(language),
    author: 'Plenum',
    conference: sayText(desk, outcome.conference.shortName),
    title,
    contents: outcome.pledges.length > SHORT ? say(language, 'contents') : '',
    notice: sayInUi(language, 'notice.sample'),
    parts,
  }
}
