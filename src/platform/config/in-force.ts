import type { Settings } from './settings.ts'

/** A setting as it is in force; of a secret only whether there is one. */
export interface InForce {
  /** As it is set from outside: `SMTP_URL`. */
  readonly name: string
  /** Null: not set. */
  readonly value: string | null
  readonly isSecret: boolean
}

/** An address without the name and the password in it. */
function withoutPassword(address: string | undefined): string | null {
  if (address === undefined) return null
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
}

/** Every setting, in the order of the README; no password and no key is among them. */
export function settingsInForce(settings: Settings): readonly InForce[] {
  const shown = (name: string, value: string | number | null | undefined): InForce => ({
    name,
    value: value === undefined || value === null ? null : String(value),
    isSecret: false,
  })
  const hidden = (name: string, value: string | undefined): InForce => ({
    name,
    value: value === undefined ? null : '',
    isSecret: true,
  })
  const { backup, mailFrom, oidc } = settings
  return [
    shown('PORT', settings.port),
    shown('HOST', settings.host),
    shown('PUBLIC_URL', settings.publicUrl),
    shown('PLENUM_HOME', settings.home),
    hidden('PLENUM_SECRET', settings.secret),
    shown('DATABASE_URL', withoutPassword(settings.databaseUrl)),
    shown('DATABASE_READ_URL', withoutPassword(settings.databaseReadUrl)),
    shown('PLENUM_WORKERS', settings.workers),
    shown('SMTP_URL', withoutPassword(settings.smtpUrl)),
    shown('MAIL_FROM', `${mailFrom.name} <${mailFrom.address}>`.trim()),
    shown('OIDC_ISSUER', oidc?.issuer),
    shown('OIDC_CLIENT_ID', oidc?.clientId),
    hidden('OIDC_CLIENT_SECRET', oidc?.clientSecret),
    shown('OIDC_NAME', oidc?.name),
    shown('BACKUP_FOLDER', backup.folder),
    shown('BACKUP_KEEP', backup.keep),
    hidden('BACKUP_KEY', backup.passphrase),
    // Its arguments may hold a password.
    shown('SCAN_COMMAND', settings.scanCommand?.[0]),
    shown('PLENUM_DEMONSTRATION', settings.demonstration ? '1' : null),
    shown('LOG_LEVEL', settings.logLevel),
  ]
}
