import type { Kysely } from 'kysely'
import type { Tables } from '../database/tables.ts'
import type { Subcommand } from '../feature.ts'
import { type Finding, type Verdict, verify } from '../journal/verify.ts'
import { WrongUsage } from './wrong-usage.ts'

/** `plenum verify`: it reads the primary, since a replica may lag behind. */
export const verifyJournal = (database: () => Promise<Kysely<Tables>>): Subcommand => ({
  usage: '[NUMBER:HASH]',
  does: 'Proves that nothing in the journal was altered, and that a seal noted earlier still stands.',
  async run([noted], { print }) {
    const known = noted === undefined ? null : parseSeal(noted)
    const verdict = await verify(await database(), known)
    for (const sentence of sayVerdict(verdict)) print(sentence)
    return verdict.findings.length === 0 ? 0 : 1
  },
})

function parseSeal(text: string): NonNullable<Verdict['last']> {
  const [, number, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? []
  if (number === undefined || hash === undefined) {
    throw new WrongUsage(
      `«${text}» is no seal: write it as «plenum verify» printed it, NUMBER:HASH.`,
    )
  }
  return { number: Number(number), hash }
}

/** What was found, in sentences. */
export const sayVerdict = ({ findings, sealed, seals, waiting, last }: Verdict): string[] => [
  ...findings.map(sayFinding),
  findings.length === 0
    ? `The journal stands as it was written: entries sealed ${sealed}, seals ${seals}, entries waiting for the next seal ${waiting}.`
    : `The journal was altered in the places above (${findings.length}).`,
  ...(last
    ? [`Last seal: ${last.number}:${last.hash} (kept elsewhere, it proves more: see plenum help)`]
    : []),
]

function sayFinding(finding: Finding): string {
  switch (finding.what) {
    case 'seal-changed':
      return `Seal ${finding.seal} was changed, or what it closes was added to or taken from.`
    case 'seal-removed':
      return `Seal ${finding.seal} was removed.`
    default: {
      const deed = finding.what.slice('entry-'.length)
      return `Entry ${finding.seq} was ${deed} (${finding.seal === null ? 'under no seal' : `seal ${finding.seal}`}).`
    }
  }
}
