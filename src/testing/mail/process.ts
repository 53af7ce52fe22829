import { systemClock } from '../../platform/clock.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { keepSending } from '../../platform/mail/sending.ts'

/** A process that sends what is due, for tests to kill: the database and the mail server are its arguments. */
const [url = '', smtpUrl = ''] = process.argv.slice(2)
keepSending({
  database: openDatabase({ url }),
  clock: systemClock,
  settings: {
    smtpUrl,
    mailFrom: { name: 'Plenum', address: 'plenum@plenum.test' },
    publicUrl: 'http://plenum.test',
  },
})
setInterval(() => undefined, 60_000)
process.stdout.write('sending\n')
