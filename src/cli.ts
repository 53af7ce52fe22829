import { FEATURES } from './app.ts'
import { backupCommand, checkCommand, restoreCommand } from './platform/backup/subcommands.ts'
import { runCommandLine, type Subcommands } from './platform/cli/command-line.ts'
import { opening } from './platform/cli/opening.ts'
import { performCommand } from './platform/cli/perform.ts'
import { verifyJournal } from './platform/cli/verify.ts'
import { readSettings } from './platform/config/settings.ts'

/** The command `plenum`: what it can do is declared by the platform and by each feature's `cli`. */
const tell = (sentence: string) => void process.stderr.write(`${sentence}\n`)
const { reach, open, close } = opening(FEATURES, tell)
const around = { features: FEATURES, settings: readSettings, reach, open }

const subcommands: Subcommands = {
  verify: verifyJournal(async () => (await open()).database.write),
  perform: performCommand(FEATURES),
  backup: backupCommand(around),
  check: checkCommand(around),
  restore: restoreCommand(around),
  ...Object.fromEntries(FEATURES.flatMap((feature) => Object.entries(feature.cli ?? {}))),
}
const shell = {
  print: (text: string) => void process.stdout.write(`${text}\n`),
  tell,
  async open() {
    const { database, perform, performAll, settings } = await open()
    // Not a replica: what was just performed must be there.
    return { read: database.write, perform, performAll, origin: settings.publicUrl }
  },
}

try {
  process.exitCode = await runCommandLine(process.argv.slice(2), subcommands, FEATURES, shell)
} finally {
  await close()
}
