import type { Language } from '../../../kernel/language.ts'
import type { QuantityKind } from '../../../kernel/quantity.ts'
import type { Level, Stage, Voice } from '../history.model.ts'
import type { CONDITIONS, Element, Link, Terms } from '../model.ts'
import type { Consent, Role } from '../shares.model.ts'
import { say } from '../words.ts'

/** What pages of later features call a stage: as the pages of pledges do. */
export const sayStage = (language: Language, stage: Stage): string =>
  say(language, `stage.${stage}`)

/** Who says something, «the press», «a parliament». */
export const sayVoice = (language: Language, voice: Voice): string =>
  say(language, `voice.${voice}`)

/** What somebody does in a pledge: «Training», «Recipient». */
export const sayRole = (language: Language, role: Role): string => say(language, `role.${role}`)

/** What stands in the place of a source where a party reported here itself. */
export const sayReportedHere = (language: Language): string => say(language, 'reported-here')

/** What a field of the terms is called, «Beneficiaries». */
export const sayField = (language: Language, field: keyof Terms): string =>
  say(language, `field.${field}`)

/** One of the elements that make a pledge assessable. */
export const sayElement = (language: Language, element: Element): string =>
  say(language, `element.${element}`)

/** On what a pledge depends, «approval by parliament». */
export const sayCondition = (language: Language, kind: (typeof CONDITIONS)[number]): string =>
  say(language, `condition.${kind}`)

/** What a pledge has to do with another, seen from here: «Renews». */
export const sayLink = (language: Language, kind: Link['kind']): string =>
  say(language, `relation.here.${kind}`)

/** How it is known that a party takes part. */
export const sayConsent = (language: Language, consent: Consent): string =>
  say(language, `consent.${consent}`)

/** How a quantity is meant, «at least». */
export const sayQuantityKind = (language: Language, kind: QuantityKind): string =>
  say(language, `quantity.${kind}`)

/** A level of readiness, «Readiness (PCRS) 2». */
export const sayLevel = (language: Language, level: Level): string =>
  say(language, `level.${level}`)

/** What is wrong with what was typed of a pledge, by the code of the refusal: `pledges.needs-title`. */
export const sayProblem = (language: Language, code: string): string =>
  say(language, code.replace(/^pledges\./, 'refusal.') as 'refusal.needs-title')
