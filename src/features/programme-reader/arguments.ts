import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Zone } from '../../kernel/time.ts'

export const USAGE =
  'FILE [--conference ID] [--zone ZONE] [--language LANGUAGE] [--year YEAR] [--dry-run] [--json]'

/** What somebody asked of the import. */
export interface Wish {
  file: string
  conference: ConferenceId | null
  zone?: string
  language?: Language
  year?: number
  dryRun: boolean
  json: boolean
}

/** A sentence about what was written wrong. */
export type Complaint = { complaint: string }

const OPTIONS = {
  conference: [ConferenceId, 'is no identifier of a conference, such as seoul2021'],
  zone: [Zone, 'is no zone of the IANA database, such as Asia/Seoul'],
  language: [Language, 'is no language of Plenum: ar, en, es, fr, ko, ru or zh'],
  year: [z.coerce.number().int().min(1945).max(2100), 'is no year, such as 2021'],
} as const
type Option = keyof typeof OPTIONS

const isOption = (name: string): name is Option => Object.hasOwn(OPTIONS, name)

/** Reads the arguments of `plenum programme import`. */
export function wishIn(args: readonly string[]): Wish | Complaint {
  const files: string[] = []
  const flags = new Set<string>()
  const given: Record<string, unknown> = {}
  for (let at = 0; at < args.length; at++) {
    const [name, inline] = splitOption(args[at] as string)
    if (name === null) {
      files.push(args[at] as string)
    } else if (name === 'dry-run' || name === 'json') {
      flags.add(name)
    } else if (isOption(name)) {
      const value = inline ?? args[++at]
      const [schema, complaint] = OPTIONS[name]
      const parsed = schema.safeParse(value)
      if (!parsed.success) return { complaint: `«${value ?? ''}» (--${name}) ${complaint}.` }
      given[name] = parsed.data
    } else {
      return { complaint: `«--${name}» is no option: plenum programme import ${USAGE}.` }
    }
  }
  const [file] = files
  if (file === undefined || files.length > 1) {
    return { complaint: `Write one file: plenum programme import ${USAGE}.` }
  }
  const dryRun = flags.has('dry-run')
  if (!dryRun && given.conference === undefined) {
    return {
      complaint: 'Write the conference (--conference seoul2021), or --dry-run to save nothing.',
    }
  }
  return { conference: null, ...given, file, dryRun, json: flags.has('json') }
}

function splitOption(argument: string): [name: string | null, value?: string] {
  const found = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument)
  if (!found?.[1]) return [null]
  return found[2] === undefined ? [found[1]] : [found[1], found[2]]
}
