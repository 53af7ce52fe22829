import type { Language } from '../../../kernel/language.ts'
import type { Kind } from '../replies/model.ts'
import type { OBSTACLES } from '../reports/model.ts'
import type { Point } from '../scale.model.ts'
import { say } from '../words.ts'

/** On what a share depends, «a request is awaited». */
export const sayObstacle = (language: Language, kind: (typeof OBSTACLES)[number]): string =>
  say(language, `obstacle.${kind}`)

/** A point of the scale, «substantial». */
export const sayPoint = (language: Language, point: Point): string =>
  say(language, `point.${point}`)

/** What the codebook says that a point means. */
export const sayMeaning = (language: Language, point: Point): string =>
  say(language, `codebook.${point}`)

/** What a party does with an entry, «disputes the entry». */
export const sayReply = (language: Language, kind: Kind): string => say(language, `reply.${kind}`)
