import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { settingsInForce } from './in-force.ts'
import { readSettings } from './settings.ts'

const SECRETS = {
  PLENUM_SECRET: 'hidden-hidden-hidden-hidden-hidden',
  DATABASE_URL: 'postgres://plenum:hidden@db:5432/plenum?password=hidden',
  DATABASE_READ_URL: 'postgres://plenum:hidden@replica/plenum',
  SMTP_URL: 'smtp://plenum:hidden@mail.example.org:587',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'plenum',
  OIDC_CLIENT_SECRET: 'hidden',
  BACKUP_KEY: 'hidden passphrase',
  SCAN_COMMAND: 'clamdscan --password hidden',
}

describe('the settings in force', () => {
  it('are all that can be set, and hold no secret', () => {
    const shown = settingsInForce(readSettings(SECRETS))
    expect(JSON.stringify(shown)).not.toContain('hidden')
    const settable = readFileSync('src/platform/config/settings.ts', 'utf8').match(
      /^ {2}[A-Z][A-Z_]+(?=:)/gm,
    )
    expect(shown.map(({ name }) => name).sort()).toEqual(
      settable?.map((name) => name.trim()).sort(),
    )
    const shownAs = (name: string) => shown.find((one) => one.name === name)?.value
    expect(shownAs('DATABASE_URL')).toBe('postgres://db:5432/plenum')
    expect(shownAs('SMTP_URL')).toBe('smtp://mail.example.org:587')
    expect(shownAs('SCAN_COMMAND')).toBe('clamdscan')
    expect(shownAs('BACKUP_KEY')).toBe('')
    expect(shownAs('BACKUP_FOLDER')).toBeNull()
  })
})
