import { resolve } from 'node:path'
import { z } from 'zod'
import { CannotStart } from './cannot-start.ts'
import { wordsOfCommand } from './command-words.ts'
import { type Mailbox, mailboxOf } from './mailbox.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const url = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const postgresUrl = z
  .string()
  .refine(
    url(['postgres:', 'postgresql:']),
    'is not the address of a PostgreSQL: write postgres://user:password@host:5432/database',
  )

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
      `is not a whole number from ${least} to ${most}: write one, or leave it out`,
    )
    .transform(Number)

const environment = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(
      (text) => url(['http:', 'https:'])(text) && new URL(text).pathname === '/',
      'is not the address of a site: write https://plenum.example.org, without a path',
    )
    .transform((text) => new URL(text).origin)
    .optional(),
  PLENUM_HOME: z.string().default('.plenum'),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_READ_URL: postgresUrl.optional(),
  PLENUM_WORKERS: wholeNumber(1, 256).default(1),
  SMTP_URL: z
    .string()
    .refine(
      url(['smtp:', 'smtps:']),
      'is not the address of a mail server: write smtp://user:password@host:587',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine(
      (text) => mailboxOf(text) !== null,
      'is not the address of a sender: write plenum@example.org, or Seoul Ministerial <plenum@example.org>',
    )
    .transform((text) => mailboxOf(text) ?? undefined)
    .optional(),
  PLENUM_SECRET: z
    .string()
    .refine(
      (text) => text.length >= 32,
      'is too short: write at least 32 signs that nobody can guess',
    )
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine(
      url(['https:', 'http:']),
      'is not the address of an OpenID provider: write https://login.example.org',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  BACKUP_FOLDER: z
    .string()
    .transform((text) => resolve(text))
    .optional(),
  BACKUP_KEEP: wholeNumber(1, 3_650).default(14),
  BACKUP_KEY: z
    .string()
    .refine(
      (text) => text.length >= 16,
      'is too short: write a passphrase of at least 16 signs, or leave it out',
    )
    .optional(),
  SCAN_COMMAND: z
    .string()
    .refine(
      (text) => wordsOfCommand(text) !== null,
      'is no program with its arguments: write clamdscan --no-summary -',
    )
    .transform((text) => wordsOfCommand(text) ?? undefined)
    .optional(),
  PLENUM_DEMONSTRATION: z.string().optional(),
  LOG_LEVEL: z
    .string()
    .refine(
      (text) => (LEVELS as readonly string[]).includes(text),
      `is no level: write one of ${LEVELS.join(', ')}`,
    )
    .transform((text) => text as (typeof LEVELS)[number])
    .default('warn'),
})

/** All that can be set from outside; everything else is decided in the code. */
export interface Settings {
  /** Where HTTP listens. */
  readonly port: number
  /** The interface to listen on; undefined: all. */
  readonly host: string | undefined
  /** Scheme, host and port that the public uses, without a slash at the end. */
  readonly publicUrl: string
  /** The folder of everything that must outlive the process, as an absolute path. */
  readonly home: string
  /** Undefined: the PostgreSQL that comes with us, in the home folder. */
  readonly databaseUrl: string | undefined
  readonly databaseReadUrl: string | undefined
  readonly workers: number
  /** Undefined: mails are kept and shown, not sent. */
  readonly smtpUrl: string | undefined
  /** From whom all mails come. */
  readonly mailFrom: Mailbox
  /** What sessions are signed with; undefined: a file in the home folder. */
  readonly secret: string | undefined
  /** Single sign-on by an OpenID provider, under the name that people know it by. */
  readonly oidc: SingleSignOn | undefined
  readonly backup: BackupSettings
  /** A program that looks through files for viruses, and its arguments; undefined: files are kept unscanned. */
  readonly scanCommand: readonly string[] | undefined
  readonly logLevel: (typeof LEVELS)[number]
  /** Whether somebody tries Plenum on their own machine: no public address was set, and `npm start` says so. */
  readonly demonstration: boolean
}

/** How backups are taken. */
export interface BackupSettings {
  /** Where one is put each night, as an absolute path; undefined: none is taken by itself. */
  readonly folder: string | undefined
  /** Days for which those are kept. */
  readonly keep: number
  /** Under which backups are encrypted; undefined: they are not. */
  readonly passphrase: string | undefined
}

/** The variables by which a person sets Plenum; an empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment strictly.
 *
 * @throws CannotStart naming the first variable that is wrong, what is wrong, and what to write.
 */
export function readSettings(variables: Environment = process.env): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value))
  const { success, data, error } = environment.safeParse(given)
  if (!success) {
    const [issue] = error.issues
    const name = String(issue?.path[0])
    throw new CannotStart(`${name} ${shown(name, given[name])}${issue?.message}.`)
  }
  if (data.DATABASE_READ_URL && !data.DATABASE_URL) {
    throw new CannotStart(
      'DATABASE_READ_URL names a replica of nothing: set DATABASE_URL to its primary too, or leave both out.',
    )
  }
  const publicUrl = data.PUBLIC_URL ?? `http://localhost:${data.PORT}`
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl,
    demonstration: data.PLENUM_DEMONSTRATION === '1' && data.PUBLIC_URL === undefined,
    home: resolve(data.PLENUM_HOME),
    databaseUrl: data.DATABASE_URL,
    databaseReadUrl: data.DATABASE_READ_URL,
    workers: data.PLENUM_WORKERS,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM ?? {
      name: 'Plenum',
      address: `plenum@${new URL(publicUrl).hostname}`,
    },
    secret: data.PLENUM_SECRET,
    oidc: singleSignOn(data),
    backup: {
      folder: data.BACKUP_FOLDER,
      keep: data.BACKUP_KEEP,
      passphrase: data.BACKUP_KEY,
    },
    scanCommand: data.SCAN_COMMAND,
    logLevel: data.LOG_LEVEL,
  }
}

/** An OpenID provider at which we are known. */
export interface SingleSignOn {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
}

function singleSignOn(data: z.infer<typeof environment>): SingleSignOn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = data
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret) {
    throw new CannotStart(
      'Single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: set all three, or leave them out.',
    )
  }
  return { issuer, clientId, clientSecret, name: data.OIDC_NAME ?? new URL(issuer).hostname }
}

/** What was written, unless it may hold a password or is one. */
const shown = (name: string, value = '') => (/_(URL|KEY|SECRET)$/.test(name) ? '' : `(«${value}») `)
