import type { Language } from '../../../kernel/language.ts'
import type { Stage, Voice } from '../history.model.ts'
import type { Role } from '../shares.model.ts'
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
