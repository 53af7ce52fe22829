import { z } from 'zod'
import type { AnyCommand } from '../../platform/command/command.ts'
import { feature, type Shipped } from '../../platform/feature.ts'
import { recordCapability, recordCategorySet, recordPaper, recordTheme } from './commands.ts'
import { capabilitiesFrom, categorySetsFrom, papersFrom, themesFrom } from './shipped.ts'
import { say } from './words.ts'

/** A file whose facts become deeds; what a fact must be, its command knows. */
const ship = (
  file: string,
  command: AnyCommand,
  facts: (content: unknown) => object[],
  key: readonly [string, ...string[]],
): Shipped => ({
  file,
  deeds: (content) =>
    facts(content).map((fact) => ({ command, input: fact, key: keyOf(fact, key) })),
})

/** `theme/a4p/women`: what the fact is, and the fields that identify it. */
const keyOf = (fact: object, [kind, ...fields]: readonly [string, ...string[]]): string => {
  const known = z.record(z.string(), z.unknown()).parse(fact)
  return [kind, ...fields.map((field) => String(known[field]))].join('/')
}

export const capabilities = feature('capabilities', {
  say,
  commands: [recordCapability, recordCategorySet, recordTheme, recordPaper],
  shipped: [
    ship('capabilities.json', recordCapability, capabilitiesFrom, ['capability', 'code']),
    ship('categories.json', recordCategorySet, categorySetsFrom, ['category-set', 'conference']),
    ship('themes.json', recordTheme, themesFrom, ['theme', 'scheme', 'code']),
    ship('requirements.json', recordPaper, papersFrom, ['requirement-paper', 'id']),
  ],
})
