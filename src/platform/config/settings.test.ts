import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CannotStart } from './cannot-start.ts'
import { readSettings } from './settings.ts'

describe('settings', () => {
  it('need nothing to be set', () => {
    expect(readSettings({ PORT: '' })).toEqual({
      demonstration: false,
      port: 3000,
      host: undefined,
      publicUrl: 'http://localhost:3000',
      home: resolve('.plenum'),
      databaseUrl: undefined,
      databaseReadUrl: undefined,
      workers: 1,
      smtpUrl: undefined,
      mailFrom: { name: 'Plenum', address: 'plenum@localhost' },
      backup: { folder: undefined, keep: 14, passphrase: undefined },
      secret: undefined,
      oidc: undefined,
      scanCommand: undefined,
      logLevel: 'warn',
    })
  })

  it('take what is set', () => {
    const settings = readSettings({
      PORT: '8080',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://plenum.example.org/',
      PLENUM_HOME: '/srv/plenum',
      DATABASE_URL: 'postgres://plenum:secret@db/plenum',
      DATABASE_READ_URL: 'postgresql://plenum:secret@replica/plenum',
      PLENUM_WORKERS: '2',
      SMTP_URL: 'smtp://mail.example.org',
      MAIL_FROM: 'Seoul Ministerial <seoul2021@example.org>',
      BACKUP_FOLDER: '/srv/backups',
      BACKUP_KEEP: '30',
      BACKUP_KEY: 'sixteen signs or so',
      PLENUM_SECRET: 'thirty-two signs that nobody guesses',
      OIDC_ISSUER: 'https://login.example.org',
      OIDC_CLIENT_ID: 'plenum',
      OIDC_CLIENT_SECRET: 'known to both',
      SCAN_COMMAND: '/usr/bin/clamdscan --no-summary "--config-file=/etc/my clamd.conf" -',
      LOG_LEVEL: 'debug',
    })
    expect(settings).toEqual({
      demonstration: false,
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'https://plenum.example.org',
      home: resolve('/srv/plenum'),
      databaseUrl: 'postgres://plenum:secret@db/plenum',
      databaseReadUrl: 'postgresql://plenum:secret@replica/plenum',
      workers: 2,
      smtpUrl: 'smtp://mail.example.org',
      mailFrom: { name: 'Seoul Ministerial', address: 'seoul2021@example.org' },
      backup: { folder: resolve('/srv/backups'), keep: 30, passphrase: 'sixteen signs or so' },
      secret: 'thirty-two signs that nobody guesses',
      oidc: {
        ...{ issuer: 'https://login.example.org', clientId: 'plenum' },
        ...{ clientSecret: 'known to both', name: 'login.example.org' },
      },
      scanCommand: ['/usr/bin/clamdscan', '--no-summary', '--config-file=/etc/my clamd.conf', '-'],
      logLevel: 'debug',
    })
  })

  it('of single sign-on belong together', () => {
    const some = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'plenum' }
    expect(() => readSettings(some)).toThrow('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET')
    const { oidc } = readSettings({ ...some, OIDC_CLIENT_SECRET: 'x', OIDC_NAME: 'Ministry' })
    expect(oidc?.name).toBe('Ministry')
  })

  it('never show a secret that is wrong', () => {
    expect(() => readSettings({ PLENUM_SECRET: 'too short' })).toThrow(
      'PLENUM_SECRET is too short: write at least 32 signs that nobody can guess.',
    )
  })

  it('let mails come from the host that the public uses', () => {
    const from = (variables: Record<string, string>) => readSettings(variables).mailFrom
    expect(from({ PUBLIC_URL: 'https://plenum.example.org:8443' })).toEqual({
      name: 'Plenum',
      address: 'plenum@plenum.example.org',
    })
    expect(from({ MAIL_FROM: 'desk@example.org' })).toEqual({
      name: '',
      address: 'desk@example.org',
    })
  })

  it.each([
    [
      { PORT: '70000' },
      'PORT («70000») is not a whole number from 1 to 65535: write one, or leave it out.',
    ],
    [
      { BACKUP_KEY: 'hunter2' },
      'BACKUP_KEY is too short: write a passphrase of at least 16 signs, or leave it out.',
    ],
    [
      { BACKUP_KEEP: '0' },
      'BACKUP_KEEP («0») is not a whole number from 1 to 3650: write one, or leave it out.',
    ],
    [
      { PLENUM_WORKERS: 'two' },
      'PLENUM_WORKERS («two») is not a whole number from 1 to 256: write one, or leave it out.',
    ],
    [
      { DATABASE_URL: 'mysql://root:hidden@db/plenum' },
      'DATABASE_URL is not the address of a PostgreSQL: write postgres://user:password@host:5432/database.',
    ],
    [
      { PUBLIC_URL: 'https://example.org/plenum' },
      'PUBLIC_URL is not the address of a site: write https://plenum.example.org, without a path.',
    ],
    [
      { SMTP_URL: 'mail.example.org' },
      'SMTP_URL is not the address of a mail server: write smtp://user:password@host:587.',
    ],
    [
      { MAIL_FROM: 'Plenum <plenum>' },
      'MAIL_FROM («Plenum <plenum>») is not the address of a sender: write plenum@example.org, or Seoul Ministerial <plenum@example.org>.',
    ],
    [
      { SCAN_COMMAND: 'scan "open' },
      'SCAN_COMMAND («scan "open») is no program with its arguments: write clamdscan --no-summary -.',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL («loud») is no level: write one of fatal, error, warn, info, debug, trace, silent.',
    ],
    [
      { DATABASE_READ_URL: 'postgres://replica/plenum' },
      'DATABASE_READ_URL names a replica of nothing: set DATABASE_URL to its primary too, or leave both out.',
    ],
  ])('say in one sentence what is wrong with %o', (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(new CannotStart(sentence))
  })
})
